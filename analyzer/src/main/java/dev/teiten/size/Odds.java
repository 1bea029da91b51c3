package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.Hosts.Host;
import dev.teiten.size.Outlook.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/**
 * How one workload's draws come out. A host under a draw is computed once, whatever capacities it
 * is part of.
 */
final class Odds {
  private final Forecast forecast;
  private final Hosts hosts;
  private final Workload workload;
  private final List<World> worlds;
  private final List<Demand> demands;
  private final boolean strict;
  private final double enough;
  private final boolean readers;
  private final Map<Shape, Outlook> outlooks = new ConcurrentHashMap<>();
  private final Map<InstanceClass, Use[]> writerUse = new ConcurrentHashMap<>();
  private final Map<Group, Use[]> readerUse = new ConcurrentHashMap<>();

  private record Group(InstanceClass instanceClass, int count) {}

  Odds(Study study, Workload workload) {
    this.forecast = study.forecast();
    this.hosts = study.hosts();
    this.workload = workload;
    this.worlds = study.worlds();
    this.demands = workload.drawn(study.draws());
    this.strict = forecast.tooSmall(workload);
    this.enough = study.assumptions().get(Assumption.MIN_PROBABILITY);
    this.readers = study.basis().readers().number() > 0;
  }

  Outlook of(Shape shape) {
    return outlooks.computeIfAbsent(shape, this::look);
  }

  private Outlook look(Shape shape) {
    Use[] writer = writerUse.computeIfAbsent(shape.writer(), this::writers);
    Use[] reader = readers(shape);
    double[] busiest = new double[worlds.size()];
    int safe = 0;
    for (int i = 0; i < busiest.length; i++) {
      State state =
          new State(
              writer[i].utilisation(),
              reader[i].utilisation(),
              writer[i].stretch(),
              reader[i].stretch());
      busiest[i] = state.busiest();
      safe += forecast.safe(shape, state, strict) ? 1 : 0;
    }
    return new Outlook(
        shape,
        forecast.now(shape, workload),
        next(writer, reader),
        quantile(Arrays.stream(busiest), 0.05),
        quantile(Arrays.stream(busiest), 0.95),
        (double) safe / busiest.length);
  }

  /** Each by itself: what it passes as seldom as a recommendation may be wrong. */
  private State next(Use[] writer, Use[] reader) {
    return new State(
        quantile(Arrays.stream(writer).mapToDouble(Use::utilisation), enough),
        quantile(Arrays.stream(reader).mapToDouble(Use::utilisation), enough),
        quantile(Arrays.stream(writer).mapToDouble(Use::stretch), enough),
        quantile(Arrays.stream(reader).mapToDouble(Use::stretch), enough));
  }

  /** The smallest that at least this part of the draws does not pass. */
  private static double quantile(DoubleStream values, double part) {
    double[] sorted = values.sorted().toArray();
    return sorted[Math.max(0, (int) Math.ceil(part * sorted.length - 1e-9) - 1)];
  }

  private Use[] writers(InstanceClass target) {
    Host host = hosts.asWriter(target);
    Use[] use = new Use[worlds.size()];
    Arrays.setAll(use, i -> hosts.writer(host, demands.get(i).writer(), worlds.get(i)));
    return use;
  }

  private Use[] readers(Shape shape) {
    InstanceClass target = shape.reader();
    return readerUse.computeIfAbsent(
        new Group(shape.readerOrWriter(), shape.readers()),
        group -> {
          Use[] use = new Use[worlds.size()];
          Arrays.fill(use, Use.NONE);
          if (target != null && readers) {
            Host host = hosts.asReader(target);
            int count = group.count;
            Arrays.setAll(
                use, i -> hosts.reader(host, count, demands.get(i).readers(), worlds.get(i)));
          }
          return use;
        });
  }
}
