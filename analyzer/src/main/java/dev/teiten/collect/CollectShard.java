package dev.teiten.collect;

import dev.teiten.load.SettingException;
import dev.teiten.source.MonitoredInstance;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The part of the clusters that one of several machines collects. A cluster stays in its part as
 * long as the number of parts does, also under another name.
 *
 * @param index 1 to {@code number}
 * @param number of parts, 1..1000
 */
public record CollectShard(int index, int number) {
  private static final int MOST = 1_000;
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** All clusters. */
  public static final CollectShard ALL = new CollectShard(1, 1);

  public CollectShard {
    if (number < 1 || number > MOST || index < 1 || index > number) {
      throw new SettingException(
          "--shard " + index + "/" + number + " is out of range",
          "Write I/N with N from 1 to " + MOST + ", and I from 1 to N.");
    }
  }

  /**
   * A part as people write it: {@code 2/5}.
   *
   * @throws SettingException if it is not of that form, or out of range
   */
  public static CollectShard parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new SettingException(
          "--shard " + text + " is not a part of the clusters",
          "Write I/N, such as 2/5 for the second of five parts.");
    }
    return new CollectShard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether the instance's cluster is in this part. */
  boolean holds(MonitoredInstance instance) {
    String id = instance.clusterResourceId();
    CRC32 hash = new CRC32();
    String key = id == null ? instance.region() + "/" + instance.cluster() : id;
    hash.update(key.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % number == index - 1;
  }
}
