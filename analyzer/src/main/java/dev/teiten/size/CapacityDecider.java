package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.CapacitySearch.SearchResult;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ScenarioResults;
import java.util.List;

/** Decides whether a cluster should have less capacity, more, or what it has. */
final class CapacityDecider {
  private final List<Sentence> undecidedReasons;
  private final CapacityCandidates candidates;
  private final CapacitySearch search;
  private final CapacityPredictor predictor;
  private final VerdictReasons reasons;

  /**
   * @param undecidedReasons why no verdict can be given; empty if one can
   */
  CapacityDecider(
      List<Sentence> undecidedReasons,
      CapacityCandidates candidates,
      CapacitySearch search,
      CapacityPredictor predictor,
      VerdictReasons reasons) {
    this.undecidedReasons = undecidedReasons;
    this.candidates = candidates;
    this.search = search;
    this.predictor = predictor;
    this.reasons = reasons;
  }

  SizingDecision decide(ScenarioResults results) {
    CapacityCandidate today = candidates.today();
    if (!undecidedReasons.isEmpty()) {
      return new SizingDecision(Verdict.UNDECIDED, undecidedReasons, null, null, today);
    }
    SearchResult cheaper = search.reductions(results);
    CapacityCandidate recommended = cheaper.recommended();
    if (recommended != null) {
      return new SizingDecision(
          Verdict.REDUCE,
          reasons.reduce(recommended, cheaper, results),
          recommended,
          cheaper.trial(),
          recommended);
    }
    return predictor.tooSmall(results.demand())
        ? increase(cheaper, results)
        : keep(cheaper, results);
  }

  private SizingDecision increase(SearchResult cheaper, ScenarioResults results) {
    CapacityCandidate larger = search.growth(results);
    return new SizingDecision(
        Verdict.INCREASE,
        reasons.increase(larger, cheaper, results),
        larger,
        null,
        larger == null ? candidates.today() : larger);
  }

  private SizingDecision keep(SearchResult cheaper, ScenarioResults results) {
    CapacityCandidate subject = cheaper.blocked();
    if (subject == null) {
      subject = cheaper.trial();
    }
    return new SizingDecision(
        Verdict.KEEP,
        reasons.keep(cheaper, results),
        null,
        cheaper.trial(),
        subject == null ? candidates.today() : subject);
  }
}
