package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Prices;
import dev.teiten.size.price.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Advises what capacity a cluster needs. The method, its assumptions and what was measured of it
 * are in {@code docs/method.md}.
 */
public final class CapacityAdvisor {
  private final PriceBook prices;
  private final SizingAssumptions assumptions;

  public CapacityAdvisor(PriceBook prices, SizingAssumptions assumptions) {
    this.prices = prices;
    this.assumptions = assumptions;
  }

  /** Builds what all questions about one cluster and week share, CPU work included. */
  public SizingModel model(ClusterLoad load, Ranking ranking) {
    return model(load, ranking, CpuWork.of(load));
  }

  /** The same on CPU work that is known already. */
  public SizingModel model(ClusterLoad load, Ranking ranking, CpuWork work) {
    return new SizingModel(load, ranking, work, prices, assumptions);
  }

  /**
   * Answers one question.
   *
   * @throws dev.teiten.load.SettingException if a fix is of no query in the ranking or the class
   *     asked for is not in the catalogue
   */
  public SizingAdvice advise(SizingModel model, WhatIf whatIf) {
    SizingContext study = model.study(whatIf);
    return study == null
        ? unknown(model, whatIf)
        : advise(model, study, whatIf, released(model, study));
  }

  /**
   * The same without a search for what fixes and moves release, which takes most of the time; what
   * an earlier answer under these assumptions has found is there.
   *
   * @throws dev.teiten.load.SettingException as {@link #advise(SizingModel, WhatIf)}
   */
  public QuickAdvice atHand(SizingModel model, WhatIf whatIf) {
    SizingContext study = model.study(whatIf);
    if (study == null || !model.refusals().isEmpty()) {
      return new QuickAdvice(advise(model, whatIf), true);
    }
    Optional<FixesAndMoves> found = study.releasesFound();
    SizingAdvice advice = advise(model, study, whatIf, found.orElse(FixesAndMoves.NONE));
    return new QuickAdvice(advice, found.isPresent());
  }

  private static FixesAndMoves released(SizingModel model, SizingContext study) {
    return model.refusals().isEmpty() ? study.releases() : FixesAndMoves.NONE;
  }

  /**
   * The CPU of the busiest instance by hour of the week: as measured, and as predicted for the
   * capacity asked for; without one, for the recommended capacity, or else today's. Empty where the
   * CPU work is not known.
   *
   * @throws dev.teiten.load.SettingException as {@link #advise(SizingModel, WhatIf)}
   */
  public Optional<HourlyUse> hourly(SizingModel model, WhatIf whatIf) {
    SizingContext study = model.study(whatIf);
    if (study == null) {
      return Optional.empty();
    }
    ClusterDemand workload = study.workload(whatIf.fixes(), whatIf.moves());
    CapacityCandidate shown =
        study
            .options()
            .asked(whatIf)
            .or(() -> Optional.ofNullable(SizingDecision.of(study, workload).recommended()))
            .orElseGet(() -> study.candidates().today());
    return Optional.of(HourlyUseBuilder.of(study, shown.shape(), workload));
  }

  /** Builds the model and answers one question with it. */
  public SizingAdvice advise(
      ClusterLoad load,
      Ranking ranking,
      List<Fix> fixes,
      @Nullable String target,
      @Nullable Integer readers) {
    return advise(model(load, ranking), new WhatIf(fixes, target, readers));
  }

  private static SizingAdvice advise(
      SizingModel model, SizingContext study, WhatIf whatIf, FixesAndMoves releases) {
    ClusterDemand workload = study.workload(whatIf.fixes(), whatIf.moves());
    SizingDecision decision = SizingDecision.of(study, workload);
    CapacityCandidate recommended = decision.recommended();
    List<Option> options = options(study, workload, decision, whatIf);
    return new SizingAdvice(
        model.load().cluster().name(),
        model.load().week(),
        decision.verdict(),
        decision.reasons(),
        current(model, study),
        whatIf.fixes(),
        recommended == null ? null : study.options().of(recommended, workload, whatIf),
        options,
        study.loadGuards().all(decision.subject(), workload),
        releases.fixSets(),
        provenance(model, options),
        SizingWarnings.of(model, study, decision, workload, whatIf),
        SizingDetailsBuilder.of(study, decision, workload, whatIf, releases));
  }

  private static List<Option> options(
      SizingContext study, ClusterDemand workload, SizingDecision decision, WhatIf whatIf) {
    List<Option> options = new ArrayList<>();
    study
        .options()
        .asked(whatIf)
        .map(asked -> study.options().of(asked, workload, whatIf))
        .ifPresent(options::add);
    CapacityCandidate today = study.candidates().today();
    CapacityCandidate recommended = decision.recommended();
    List<CapacityCandidate> always =
        recommended == null ? List.of(today) : List.of(today, recommended);
    double limit = always.stream().mapToDouble(CapacityCandidate::cost).max().orElse(today.cost());
    study.options().front(limit, workload, always, whatIf).stream()
        .filter(option -> !options.contains(option))
        .forEach(options::add);
    return options;
  }

  private static @Nullable Prices provenance(SizingModel model, List<Option> options) {
    Stream<@Nullable String> named =
        options.stream().flatMap(option -> Stream.of(option.writerClass(), option.readerClass()));
    List<String> classes = new ArrayList<>();
    named.forEach(
        name -> {
          if (name != null) {
            classes.add(name);
          }
        });
    return model.bill().provenance(classes);
  }

  private static @Nullable Current current(SizingModel model, @Nullable SizingContext study) {
    InstanceLoad writer = model.members().writer();
    if (writer == null) {
      return null;
    }
    List<InstanceLoad> readers = model.members().readers();
    return new Current(
        writer.instance().instanceClass(),
        readers.isEmpty() ? null : readers.get(0).instance().instanceClass(),
        readers.size(),
        model.bill().monthlyUsd(model.members().lasting()),
        CapacityOptions.known(UndecidedReasons.p99Utilisation(model.members())),
        study == null ? null : stretch(study));
  }

  private static @Nullable Double stretch(SizingContext study) {
    ClusterDemand workload = study.workload(List.of());
    return CapacityOptions.known(study.forecast().now(study.basis().today(), workload).stretch());
  }

  /** The advice where the CPU work of a member is not known. */
  private static SizingAdvice unknown(SizingModel model, WhatIf whatIf) {
    List<Sentence> reasons =
        model.refusals().isEmpty()
            ? List.of(SizingText.NOT_SIZEABLE.of(model.load().cluster().name()))
            : model.refusals();
    return new SizingAdvice(
        model.load().cluster().name(),
        model.load().week(),
        SizingAdvice.Verdict.UNDECIDED,
        reasons,
        current(model, null),
        whatIf.fixes(),
        null,
        List.of(),
        LoadGuards.unknown(reasons),
        List.of(),
        null,
        List.of(),
        SizingDetailsBuilder.of(model, whatIf));
  }
}
