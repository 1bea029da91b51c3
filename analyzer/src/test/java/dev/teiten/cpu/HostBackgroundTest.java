package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sessions do 2 cores and the constant background 0.5; an agent does 3 more in minutes 100-199. */
class HostBackgroundTest {
  private static final int MINUTES = 1000;

  private static HostBackground background() {
    double[] agents = new double[MINUTES];
    boolean[] running = new boolean[MINUTES];
    Arrays.fill(agents, 100, 200, 3);
    Arrays.fill(running, 100, 200, true);
    return new HostBackground(0.5, agents, running, week(2, 3));
  }

  private static double[] week(double sessions, double agent) {
    double[] work = new double[MINUTES];
    Arrays.setAll(work, t -> 0.5 + sessions + (t >= 100 && t < 200 ? agent : 0));
    return work;
  }

  @Test
  void aRunHasItsTimeAndItsWork() {
    assertThat(background().runs()).containsExactly(new AgentRun(100, 200, 3));
  }

  @Test
  void anotherWeekHadTheAgentAsFarAsItsWorkShows() {
    double[] same = background().agentsIn(week(2, 3));
    assertThat(same[99]).isZero();
    assertThat(same[150]).isEqualTo(3);
    assertThat(background().agentsIn(week(2.2, 0))[150]).isCloseTo(0.2, within(1e-12));
    assertThat(background().agentsIn(week(3, 3))[150]).as("no more than now").isEqualTo(3);
    assertThat(background().agentsIn(week(1, 0))[150]).as("never below 0").isZero();
  }

  @Test
  void anUnknownWeekHasNoAgent() {
    double[] unknown = new double[MINUTES];
    Arrays.fill(unknown, Double.NaN);

    assertThat(background().agentsIn(unknown)).containsOnly(0);
  }
}
