package dev.teiten.load;

/**
 * The state of a sampled session: on a CPU, waiting for a CPU, or waiting for another resource.
 *
 * @param name the source's name, such as {@code io/table/sql/handler} or {@code CPU}
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Tuning.wait-events.html">Aurora
 *     MySQL wait events</a>
 */
public record WaitEvent(String name) implements Comparable<WaitEvent> {

  public static final WaitEvent CPU = new WaitEvent("CPU");

  public WaitEvent {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a wait event has a name");
    }
    // PI writes "CPU", older pages "cpu"; Performance Schema prefixes its instruments with "wait/".
    name =
        name.equalsIgnoreCase("cpu") ? "CPU" : name.startsWith("wait/") ? name.substring(5) : name;
  }

  public boolean isCpu() {
    return name.equals("CPU");
  }

  /** The class, which determines colour and stacking order. */
  public WaitClass waitClass() {
    return WaitClass.of(name);
  }

  @Override
  public int compareTo(WaitEvent other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
