package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Capacity curves at speed 1, each tabulated once. */
final class Curves {
  private final Map<Key, CapacityCurve> curves = new ConcurrentHashMap<>();

  CapacityCurve of(InstanceClass instanceClass, double gain) {
    return curves.computeIfAbsent(
        new Key(instanceClass.vcpus(), instanceClass.hyperthreaded() ? gain : 1),
        key -> new CapacityCurve(key.vcpus, key.gain, 1));
  }

  private record Key(int vcpus, double gain) {}
}
