package dev.teiten.web.sizing;

import dev.teiten.size.SizingDetails;
import dev.teiten.size.SizingDetails.ComputeOptimizer;
import dev.teiten.size.SizingDetails.Measured;
import dev.teiten.size.SizingDetails.Serverless;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Further estimates: values measured from the data, and results of other methods. */
public record OtherEstimate(String label, String text) {

  static List<OtherEstimate> of(SizingDetails details, PageTexts texts) {
    List<OtherEstimate> lines = new ArrayList<>();
    if (details.measured() != null) {
      addMeasured(details.measured(), texts, lines);
    }
    ComputeOptimizer words = details.computeOptimizer();
    if (words != null) {
      Double saving = words.estimatedMonthlySavingsUsd();
      String text =
          texts.get(
              saving == null ? "sizing.optimizer.noSaving" : "sizing.optimizer.text",
              words.finding(),
              String.join(", ", words.findingReasonCodes()),
              texts.get("risk." + words.currentPerformanceRisk()),
              NumberFormats.usd(saving));
      lines.add(new OtherEstimate(texts.get("sizing.optimizer"), text));
    }
    Serverless serverless = details.serverless();
    if (serverless != null) {
      String text =
          texts.get(
              "sizing.serverless.text",
              NumberFormats.cores(serverless.meanAcu()),
              NumberFormats.usd(serverless.monthlyUsdLow()),
              NumberFormats.usd(serverless.monthlyUsdHigh()));
      lines.add(new OtherEstimate(texts.get("sizing.serverless"), text));
    }
    return List.copyOf(lines);
  }

  private static void addMeasured(Measured measured, PageTexts texts, List<OtherEstimate> lines) {
    add("gain", measured.hyperthreadGain(), texts, lines);
    Double low = measured.burstLow();
    Double high = measured.burstHigh();
    if (low != null && high != null) {
      lines.add(
          new OtherEstimate(
              texts.get("sizing.measured.burst"),
              texts.get(
                  "sizing.measured.range", NumberFormats.ratio(low), NumberFormats.ratio(high))));
    }
    add("imbalance", measured.readerImbalance(), texts, lines);
  }

  private static void add(
      String key, @Nullable Double value, PageTexts texts, List<OtherEstimate> lines) {
    if (value != null) {
      lines.add(
          new OtherEstimate(
              texts.get("sizing.measured." + key),
              texts.get("sizing.measured", NumberFormats.ratio(value))));
    }
  }
}
