package dev.teiten.cpu;

/**
 * A time in which a host did CPU work that neither its sessions nor its constant background
 * explain. A backup agent does such work.
 *
 * @param from first minute, counted from the start of the week
 * @param to first minute after it
 * @param cores mean CPU work beyond sessions and constant background, in cores of the class
 */
public record AgentRun(int from, int to, double cores) {
  public AgentRun {
    if (!(from >= 0 && from < to && cores >= 0)) {
      throw new IllegalArgumentException(from + " to " + to + ": " + cores + " cores");
    }
  }
}
