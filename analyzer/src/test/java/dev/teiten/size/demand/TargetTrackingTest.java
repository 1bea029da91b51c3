package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A reader does one core at the target; a new one takes load after ten minutes. */
class TargetTrackingTest {
  private static final TargetTracking POLICY =
      new TargetTracking(new ReaderRange(1, 4, 0.5), 1, 10);

  private static double[] steps(double... cores) {
    double[] work = new double[60 * cores.length];
    for (int t = 0; t < work.length; t++) {
      work[t] = cores[t / 60];
    }
    return work;
  }

  @Test
  void aRiseIsAnsweredAfterTheMinutesThatAReaderTakes() {
    int[] readers = POLICY.readers(steps(0.5, 2.5));

    assertThat(Arrays.copyOf(readers, 69)).containsOnly(1);
    assertThat(Arrays.copyOfRange(readers, 70, 120)).containsOnly(3);
  }

  @Test
  void theMostReadersAreTheEnd() {
    assertThat(POLICY.readers(steps(0.5, 9))[119]).isEqualTo(4);
  }

  @Test
  void aFallIsAnsweredAfterFifteenMinutesDownToTheLeast() {
    int[] readers = POLICY.readers(steps(2.5, 0.2));

    assertThat(readers[73]).isEqualTo(3);
    assertThat(Arrays.copyOfRange(readers, 76, 120)).containsOnly(1);
  }

  @Test
  void workJustBelowTheTargetRemovesNobody() {
    assertThat(POLICY.readers(steps(2.5, 2.75))).containsOnly(3);
  }

  @Test
  void anUnknownMinuteChangesNothing() {
    double[] work = steps(0.5, 2.5, 0.2);
    Arrays.fill(work, 80, 180, Double.NaN);

    assertThat(POLICY.readers(work)[179]).isEqualTo(3);
  }
}
