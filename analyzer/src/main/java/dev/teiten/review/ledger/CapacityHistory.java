package dev.teiten.review.ledger;

import dev.teiten.archive.Archive;
import dev.teiten.archive.files.InventoryChange;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import dev.teiten.size.price.Price;
import dev.teiten.size.price.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the capacity changes of a cluster in the inventory, with their costs. */
public final class CapacityHistory {
  private static final Set<InventoryChange.ChangeKind> CAPACITY =
      EnumSet.of(
          InventoryChange.ChangeKind.CREATED,
          InventoryChange.ChangeKind.GONE,
          InventoryChange.ChangeKind.CLASS,
          InventoryChange.ChangeKind.DEPLOYMENT);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Archive archive;
  private final PriceBook prices;

  public CapacityHistory(Archive archive, PriceBook prices) {
    this.archive = archive;
    this.prices = prices;
  }

  /** Every step within a range, oldest first; none if the archive does not know the cluster. */
  public List<CapacityStep> of(String cluster, TimeRange range) {
    try {
      return archive.changes(cluster, range).stream()
          .filter(change -> CAPACITY.contains(change.what()))
          .map(InventoryChange::seenAt)
          .distinct()
          .map(at -> step(cluster, at))
          .toList();
    } catch (TeitenException e) {
      // The cluster was renamed, or belongs to another archive.
      return List.of();
    }
  }

  private CapacityStep step(String cluster, Instant at) {
    return new CapacityStep(
        at, monthlyUsd(cluster, at.minus(MOMENT)), monthlyUsd(cluster, at.plus(MOMENT)));
  }

  private @Nullable Double monthlyUsd(String name, Instant at) {
    Cluster cluster = archive.cluster(name, at);
    List<Optional<Price>> priced = new ArrayList<>();
    for (Instance instance : cluster.instances()) {
      Instant created = instance.createdAt();
      // The inventory also lists instances that were created later.
      if (created == null || !created.isAfter(at)) {
        priced.add(prices.find(instance.instanceClass(), cluster, instance.deployment()));
      }
    }
    return priced.isEmpty() || priced.stream().anyMatch(Optional::isEmpty)
        ? null
        : Double.valueOf(
            priced.stream().flatMap(Optional::stream).mapToDouble(Price::monthlyUsd).sum());
  }
}
