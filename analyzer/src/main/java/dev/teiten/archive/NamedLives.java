package dev.teiten.archive;

import dev.teiten.source.EventMeaning;
import dev.teiten.source.EventMeaning.EventKind;
import dev.teiten.source.SourceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lives of instances as the events of creation and deletion tell them. Events name an instance
 * and not its resource id, so a name may have several lives.
 */
final class NamedLives {
  /** An instance is listed while it is being created, before its event. */
  private static final Duration CREATING = Duration.ofHours(1);

  private final Map<List<String>, List<NamedLife>> byName = new HashMap<>();

  /**
   * @param from {@link Instant#MIN} if no event tells of the creation
   * @param to {@link Instant#MAX} if no event tells of the deletion
   */
  record NamedLife(String region, String name, Instant from, Instant to) {
    boolean isWhole() {
      return !from.equals(Instant.MIN) && !to.equals(Instant.MAX);
    }

    private boolean contains(Instant instant) {
      return !instant.isBefore(from) && !instant.isAfter(to);
    }

    private boolean isBeingCreatedAt(Instant instant) {
      return instant.isBefore(from) && !instant.plus(CREATING).isBefore(from);
    }
  }

  /**
   * @param events oldest first
   */
  NamedLives(Collection<SourceEvent> events) {
    for (SourceEvent event : events) {
      EventKind kind = EventMeaning.of(event.message()).map(EventMeaning::kind).orElse(null);
      if (!event.ofCluster() && kind == EventKind.CREATED) {
        created(event);
      } else if (!event.ofCluster() && kind == EventKind.DELETED) {
        deleted(event);
      }
    }
  }

  private void created(SourceEvent event) {
    List<NamedLife> lives = lives(event);
    if (!lives.isEmpty() && lives.get(lives.size() - 1).to.equals(Instant.MAX)) {
      NamedLife open = lives.remove(lives.size() - 1);
      // A name is free again only after its instance is gone or renamed.
      lives.add(new NamedLife(open.region, open.name, open.from, event.at()));
    }
    lives.add(new NamedLife(event.region(), event.subject(), event.at(), Instant.MAX));
  }

  private void deleted(SourceEvent event) {
    List<NamedLife> lives = lives(event);
    Instant from = Instant.MIN;
    if (!lives.isEmpty() && lives.get(lives.size() - 1).to.equals(Instant.MAX)) {
      from = lives.remove(lives.size() - 1).from;
    }
    if (from.isBefore(event.at())) {
      lives.add(new NamedLife(event.region(), event.subject(), from, event.at()));
    }
  }

  private List<NamedLife> lives(SourceEvent event) {
    return byName.computeIfAbsent(
        List.of(event.region(), event.subject()), name -> new ArrayList<>());
  }

  /** The life of an instance that was seen under a name at an instant. */
  Optional<NamedLife> find(String region, String name, Instant seenAt) {
    List<NamedLife> lives = byName.getOrDefault(List.of(region, name), List.of());
    return lives.stream()
        .filter(life -> life.contains(seenAt))
        .findFirst()
        .or(() -> lives.stream().filter(life -> life.isBeingCreatedAt(seenAt)).findFirst());
  }

  /** Every life, in no order. */
  List<NamedLife> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }
}
