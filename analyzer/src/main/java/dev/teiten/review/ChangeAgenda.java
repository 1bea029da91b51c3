package dev.teiten.review;

import dev.teiten.change.HourMove;
import dev.teiten.change.QueryChange;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.AgendaItem.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The points of a meeting about changed queries. */
final class ChangeAgenda {
  /** A moved query with a smaller part of the peak, 0..1, needs no talk. */
  private static final double LEAST_PEAK_SHARE = 0.05;

  private static final Map<QueryChange.Kind, Kind> KINDS =
      new EnumMap<>(
          Map.of(
              QueryChange.Kind.NEW, Kind.NEW,
              QueryChange.Kind.REGRESSED, Kind.REGRESSED,
              QueryChange.Kind.TRAFFIC_UP, Kind.TRAFFIC,
              QueryChange.Kind.MOVED_IN_TIME, Kind.MOVED_IN_TIME,
              QueryChange.Kind.INCIDENT, Kind.INCIDENT,
              QueryChange.Kind.VICTIM, Kind.VICTIM));

  private final Ranking ranking;
  private final ZoneId zone;

  private ChangeAgenda(Ranking ranking) {
    this.ranking = ranking;
    this.zone = ranking.week().zone();
  }

  /** The points in the order of their kinds, the largest load of each kind first. */
  static List<AgendaItem> of(Ranking ranking) {
    ChangeAgenda agenda = new ChangeAgenda(ranking);
    return ranking.contributors().stream()
        .filter(agenda::isPoint)
        .sorted(
            Comparator.comparing(ChangeAgenda::kind)
                .thenComparing(Comparator.comparing(Contributor::loadAas).reversed()))
        .map(agenda::point)
        .toList();
  }

  private static Kind kind(Contributor contributor) {
    return Objects.requireNonNull(KINDS.get(contributor.change().kind()));
  }

  private boolean isPoint(Contributor contributor) {
    if (contributor.change().kind() != QueryChange.Kind.MOVED_IN_TIME) {
      return KINDS.containsKey(contributor.change().kind());
    }
    Double peakShare = contributor.peakShare();
    return peakShare == null || peakShare >= LEAST_PEAK_SHARE || isSuspect(contributor);
  }

  private boolean isSuspect(Contributor contributor) {
    return ranking.contributors().stream()
        .anyMatch(other -> other.change().suspects().contains(contributor.fingerprint()));
  }

  private AgendaItem point(Contributor contributor) {
    return new AgendaItem(
        kind(contributor), text(contributor), evidence(contributor), contributor.fingerprint());
  }

  private Sentence text(Contributor contributor) {
    QueryChange change = contributor.change();
    String query = ShortStatement.name(contributor.statement());
    return switch (change.kind()) {
      case NEW ->
          ReviewText.NEW_QUERY.of(query, FormattedNumbers.decimal(contributor.loadAas(), 1));
      case REGRESSED -> ReviewText.WORK_CHANGED.of(query, signed(change.effect()));
      case TRAFFIC_UP -> ReviewText.CALLS_CHANGED.of(query, signed(change.effect()));
      case MOVED_IN_TIME -> moved(query, change.moved());
      case INCIDENT -> incident(query, change);
      default -> victim(query, change);
    };
  }

  private static Sentence moved(String query, @Nullable HourMove move) {
    if (move == null) {
      return ReviewText.MOVED_HOURS.of(query, "?", "?");
    }
    return move.fromDay() == null || move.toDay() == null
        ? ReviewText.MOVED_HOURS.of(query, move.from(), move.to())
        : ReviewText.MOVED_DAYS.of(query, move.fromDay(), move.from(), move.toDay(), move.to());
  }

  private Sentence incident(String query, QueryChange change) {
    Object from = local(change.since());
    Object to = local(change.until());
    return "CALLS".equals(change.cause())
        ? ReviewText.MORE_CALLS_ON.of(query, from, to)
        : ReviewText.WAITED_ON.of(query, cause(change), from, to);
  }

  private Object local(@Nullable Instant instant) {
    ZonedDateTime local = instant == null ? null : instant.atZone(zone);
    return local == null ? "?" : local;
  }

  private Sentence victim(String query, QueryChange change) {
    return change.suspects().stream()
        .flatMap(suspect -> ranking.contributors().stream().filter(c -> is(c, suspect)))
        .findFirst()
        .map(
            suspect ->
                ReviewText.WAITS_WHILE.of(
                    query, cause(change), ShortStatement.name(suspect.statement())))
        .orElse(ReviewText.WAITS_FOR.of(query, cause(change)));
  }

  private static boolean is(Contributor contributor, String fingerprint) {
    return contributor.fingerprint().equals(fingerprint);
  }

  private static Object cause(QueryChange change) {
    String cause = change.cause();
    return cause == null ? ReviewText.OTHERS.of() : cause;
  }

  private Sentence evidence(Contributor contributor) {
    QueryChange change = contributor.change();
    String now = FormattedNumbers.decimal(contributor.loadAas(), 2);
    Double before = change.loadAasBefore();
    Instant since = change.kind() == QueryChange.Kind.INCIDENT ? null : change.since();
    if (before == null) {
      return since == null
          ? ReviewText.LOAD_NOW.of(now)
          : ReviewText.LOAD_NOW_SINCE.of(now, since.atZone(zone));
    }
    return since == null
        ? ReviewText.LOAD_NOW_BEFORE.of(now, FormattedNumbers.decimal(before, 2))
        : ReviewText.LOAD_NOW_BEFORE_SINCE.of(
            now, FormattedNumbers.decimal(before, 2), since.atZone(zone));
  }

  /** A relative change in percent, with its sign. */
  static Object signed(@Nullable Double effect) {
    return effect == null
        ? ReviewText.MORE.of()
        : String.format(Locale.ROOT, "%+.0f %%", 100 * effect);
  }
}
