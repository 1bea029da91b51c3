package dev.teiten.review;

import dev.teiten.change.HourMove;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.AcuUse;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for programs, with the names and units of the JSON documents. An unknown value is an empty
 * cell.
 */
public final class CsvTables {
  private static final List<String> RANKING_COLUMNS =
      List.of(
          "rank",
          "rankLow",
          "rankHigh",
          "fingerprint",
          "verb",
          "tables",
          "loadAas",
          "share",
          "peakShare",
          "removablePeakCores",
          "monthlySavingUsd",
          "callsPerSecond",
          "latencySeconds",
          "rowsExaminedPerCall",
          "rowsSentPerCall",
          "change",
          "loadAasBefore",
          "effect",
          "qValue",
          "since",
          "cause",
          "statement",
          "hints",
          "loadAasLow",
          "loadAasHigh",
          "until",
          "movedFrom",
          "movedTo",
          "suspects");

  private CsvTables() {}

  /** A row for each contributor. */
  public static TextTable ranking(Ranking ranking) {
    List<List<String>> rows = ranking.contributors().stream().map(CsvTables::rankingRow).toList();
    return new TextTable(RANKING_COLUMNS, rows);
  }

  private static List<String> rankingRow(Contributor c) {
    HourMove move = c.change().moved();
    return row(
        c.rank(),
        c.rankLow(),
        c.rankHigh(),
        c.fingerprint(),
        c.verb(),
        String.join(" ", c.tables()),
        c.loadAas(),
        c.share(),
        c.peakShare(),
        c.removablePeakCores(),
        c.monthlySavingUsd(),
        c.callsPerSecond(),
        c.latencySeconds(),
        c.rowsExaminedPerCall(),
        c.rowsSentPerCall(),
        c.change().kind(),
        c.change().loadAasBefore(),
        c.change().effect(),
        c.change().qValue(),
        c.change().since(),
        c.change().cause(),
        c.statement(),
        c.hints().stream().map(Hint::code).distinct().collect(Collectors.joining(" ")),
        c.loadAasLow(),
        c.loadAasHigh(),
        c.change().until(),
        move == null ? null : move.from(),
        move == null ? null : move.to(),
        String.join(" ", c.change().suspects()));
  }

  /** A row for each option. */
  public static TextTable sizing(SizingAdvice advice) {
    List<List<String>> rows = new ArrayList<>();
    for (Option o : advice.options()) {
      Autoscaling scaled = o.autoscaling();
      AcuUse acu = o.acu();
      rows.add(
          row(
              o.writerClass(),
              o.readerClass(),
              o.readers(),
              o.monthlyUsd(),
              o.monthlySavingUsd(),
              o.p99Utilisation(),
              o.p99UtilisationLow(),
              o.p99UtilisationHigh(),
              o.p99UtilisationAfterFailure(),
              o.latencyStretch(),
              o.probabilitySafe(),
              o.risk(),
              o.equals(advice.recommended()),
              o.grade(),
              o.drawsHeld(),
              o.draws(),
              scaled == null ? null : scaled.min(),
              scaled == null ? null : scaled.max(),
              scaled == null ? null : scaled.instanceHours(),
              acu == null ? null : acu.min(),
              acu == null ? null : acu.max(),
              acu == null ? null : acu.usedMean()));
    }
    return new TextTable(
        List.of(
            "writerClass",
            "readerClass",
            "readers",
            "monthlyUsd",
            "monthlySavingUsd",
            "p99Utilisation",
            "p99UtilisationLow",
            "p99UtilisationHigh",
            "p99UtilisationAfterFailure",
            "latencyStretch",
            "probabilitySafe",
            "risk",
            "recommended",
            "grade",
            "drawsHeld",
            "draws",
            "readersMin",
            "readersMax",
            "instanceHours",
            "acuMin",
            "acuMax",
            "acuUsedMean"),
        rows);
  }

  private static List<String> row(@Nullable Object... cells) {
    List<String> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(
          cell == null
              ? ""
              : cell instanceof Double number ? JsonDocuments.writeLine(number) : cell.toString());
    }
    return row;
  }
}
