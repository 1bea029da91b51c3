package dev.teiten.collect;

import dev.teiten.load.Engine;
import dev.teiten.load.TimeRange;
import dev.teiten.source.CheckResult;
import dev.teiten.source.DigestText;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.OrderableClasses;
import dev.teiten.source.ScalingPolicies;
import dev.teiten.source.SourceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Records the answers of a real source and replays them at no cost, until the crash plan ends the
 * run.
 */
final class RecordedSource implements LoadSource {
  private final LoadSource source;
  private final Map<Object, Object> answers;
  private final CrashPlan plan;

  RecordedSource(LoadSource source) {
    this(source, new ConcurrentHashMap<>(), CrashPlan.none());
  }

  private RecordedSource(LoadSource source, Map<Object, Object> answers, CrashPlan plan) {
    this.source = source;
    this.answers = answers;
    this.plan = plan;
  }

  RecordedSource dyingOf(CrashPlan end) {
    return new RecordedSource(source, answers, end);
  }

  @SuppressWarnings("unchecked") // The key tells the type.
  private <T> T answer(Object key, Supplier<T> ask) {
    plan.step();
    T answer = (T) answers.computeIfAbsent(key, k -> ask.get());
    plan.step();
    return answer;
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public List<MonitoredInstance> inventory() {
    return answer("inventory", source::inventory);
  }

  @Override
  public List<SourceEvent> events() {
    return answer("events", source::events);
  }

  @Override
  public Optional<OrderableClasses> orderable(Engine engine, String version) {
    return answer(List.of("orderable", version), () -> source.orderable(engine, version));
  }

  @Override
  public ScalingPolicies scalingPolicies() {
    return answer("scaling", source::scalingPolicies);
  }

  @Override
  public InstanceDay collect(MonitoredInstance instance, TimeRange range) {
    return answer(
        List.of(instance.instance().resourceId(), range), () -> source.collect(instance, range));
  }

  @Override
  public Optional<DigestText> fullText(MonitoredInstance instance, TimeRange range, String digest) {
    return answer(List.of("text", digest), () -> source.fullText(instance, range, digest));
  }

  @Override
  public List<CheckResult> check() {
    return source.check();
  }

  @Override
  public long requests() {
    return source.requests();
  }

  @Override
  public void close() {
    // The source stays open for the next run.
  }
}
