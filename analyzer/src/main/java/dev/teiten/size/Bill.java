package dev.teiten.size;

import dev.teiten.archive.InstanceLoad;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.Cluster;
import dev.teiten.size.SizingAdvice.Prices;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the instances of a cluster cost a month, by list price. */
final class Bill {
  private final PriceBook book;
  private final Cluster cluster;

  Bill(PriceBook book, Cluster cluster) {
    this.book = book;
    this.cluster = cluster;
  }

  private Optional<Price> price(String instanceClass) {
    return book.find(instanceClass, cluster.region(), cluster.storage(), cluster.engine());
  }

  /** Null if a class has no price. */
  @Nullable Double monthlyUsd(Shape shape) {
    Double writer = monthlyUsd(shape.writer());
    Double reader = monthlyUsd(shape.readerOrWriter());
    return writer == null || reader == null
        ? null
        : Double.valueOf(writer + shape.readers() * reader);
  }

  private @Nullable Double monthlyUsd(InstanceClass instanceClass) {
    return price(instanceClass.name()).map(Price::monthlyUsd).orElse(null);
  }

  /** What these instances cost; null if one of their classes has no price. */
  @Nullable Double monthlyUsd(List<InstanceLoad> members) {
    double sum = 0;
    for (InstanceLoad member : members) {
      Optional<Price> price = price(member.instance().instanceClass());
      if (price.isEmpty()) {
        return null;
      }
      sum += price.get().monthlyUsd();
    }
    return members.isEmpty() ? null : sum;
  }

  /** Where the prices of these classes come from, and the oldest date among them. */
  @Nullable Prices provenance(Collection<String> classes) {
    List<Price> used =
        classes.stream().distinct().sorted().map(this::price).flatMap(Optional::stream).toList();
    Optional<LocalDate> oldest = used.stream().map(Price::asOf).min(LocalDate::compareTo);
    String sources = used.stream().map(Price::source).distinct().collect(Collectors.joining("; "));
    return oldest
        .map(date -> new Prices(sources + "; on demand, before discounts", date, cluster.region()))
        .orElse(null);
  }
}
