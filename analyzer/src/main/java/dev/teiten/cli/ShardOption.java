package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.normalize.key.ShardFolding;
import picocli.CommandLine.Option;

/** The option {@code --shard-digits N}. */
public final class ShardOption {

  @Option(
      names = "--shard-digits",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Take tables that differ in N or more digits after a last _ as one, logs_0042 as logs_?;"
              + " 2..18, default: 0 for off. The same for all commands on an archive.")
  int digits = 0;

  /**
   * @throws SettingException if the number is out of range
   */
  public ShardFolding shards() {
    try {
      return new ShardFolding(digits);
    } catch (IllegalArgumentException e) {
      throw new SettingException(
          "--shard-digits " + digits + " is out of range", "It is 0 for off, or 2 to 18.");
    }
  }
}
