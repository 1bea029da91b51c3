package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.price.PriceBook;
import java.util.List;
import java.util.Optional;

/**
 * Advises on the capacity that a cluster needs. The method, its assumptions and the measurements of
 * its errors are in {@code docs/method.md}.
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

  /** Builds what all questions share, on CPU work that was computed before. */
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
    ClusterSizing sizing = model.sizing(whatIf);
    return sizing == null ? undecided(model.data(), whatIf) : sizing.advise(whatIf);
  }

  /**
   * Answers one question without a search for fixes and moves that release capacity, which takes
   * most of the time. If an earlier answer under these assumptions has searched, its result is
   * used.
   *
   * @throws dev.teiten.load.SettingException as {@link #advise(SizingModel, WhatIf)}
   */
  public QuickAdvice adviseQuickly(SizingModel model, WhatIf whatIf) {
    ClusterSizing sizing = model.sizing(whatIf);
    return sizing == null
        ? new QuickAdvice(undecided(model.data(), whatIf), true)
        : sizing.adviseQuickly(whatIf);
  }

  /**
   * The CPU of the busiest instance by hour of the week: as measured, and as predicted for the
   * capacity asked for, or else for the recommended capacity, or else for today's. Empty where the
   * CPU work is not known.
   *
   * @throws dev.teiten.load.SettingException as {@link #advise(SizingModel, WhatIf)}
   */
  public Optional<HourlyUse> hourly(SizingModel model, WhatIf whatIf) {
    return Optional.ofNullable(model.sizing(whatIf)).map(sizing -> sizing.hourly(whatIf));
  }

  /** The advice where the CPU work or the hardware of a member is not known. */
  private SizingAdvice undecided(SizingData data, WhatIf whatIf) {
    String cluster = data.load().cluster().name();
    List<Sentence> reasons =
        data.undecidedReasons().isEmpty()
            ? List.of(SizingText.NOT_SIZEABLE.of(cluster))
            : data.undecidedReasons();
    return new SizingAdvice(
        cluster,
        data.load().week(),
        SizingAdvice.Verdict.UNDECIDED,
        reasons,
        data.current(null, null),
        whatIf.fixes(),
        null,
        List.of(),
        LoadGuards.undecided(reasons),
        null,
        List.of(),
        null,
        List.of(),
        SizingDetailsBuilder.undecided(assumptions, whatIf));
  }
}
