package dev.teiten.archive.files;

import dev.teiten.source.MonitoredInstance;

/**
 * Identifies an instance in the archive.
 *
 * @param region of the instance; resource ids of two regions may be equal
 * @param resourceId {@code DbiResourceId}
 */
public record InstanceKey(String region, String resourceId) {

  public static InstanceKey of(MonitoredInstance instance) {
    return new InstanceKey(instance.region(), instance.instance().resourceId());
  }
}
