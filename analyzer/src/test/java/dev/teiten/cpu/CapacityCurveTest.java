package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityCurveTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 32, 192, 512})
  void withoutHyperthreadsTheSessionsAreErlangC(int vcpus) {
    CapacityCurve curve = new CapacityCurve(vcpus, 1, 1);
    for (double utilisation = 0.05; utilisation < 0.99; utilisation += 0.05) {
      double work = utilisation * vcpus;
      assertThat(curve.sessions(work))
          .as("%d vCPUs at %.2f", vcpus, utilisation)
          .isCloseTo(erlangSessions(vcpus, work), within(1e-5 * work));
      assertThat(curve.busyCores(work)).isCloseTo(work, within(1e-9 * work));
    }
  }

  /**
   * The mean number of calls in the system: Erlang's B by its recursion over servers, then C from
   * B.
   */
  private static double erlangSessions(int servers, double load) {
    double blocked = 1;
    for (int k = 1; k <= servers; k++) {
      blocked = load * blocked / (k + load * blocked);
    }
    double utilisation = load / servers;
    double waits = blocked / (1 - utilisation * (1 - blocked));
    return load + waits * utilisation / (1 - utilisation);
  }

  @Test
  void oneServerHasTheTextbookQueue() {
    assertThat(new CapacityCurve(1, 1, 1).sessions(0.8)).isCloseTo(4.0, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"2, 0.2", "8, 0.3", "32, 0.2", "64, 0.4", "96, 0.2", "192, 1", "512, 0.2"})
  void workIsTheInverseOfBusyCores(int vcpus, double gain) {
    CapacityCurve curve = new CapacityCurve(vcpus, gain, 1);
    for (double work = 0; work < curve.capacity(); work += curve.capacity() / 97) {
      assertThat(curve.work(curve.busyCores(work)))
          .as("%d vCPUs, gain %.1f, work %.2f", vcpus, gain, work)
          .isCloseTo(work, within(1e-6 * vcpus));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0.2", "32, 0.2", "32, 1", "512, 0.3"})
  void everythingGrowsWithTheWork(int vcpus, double gain) {
    CapacityCurve curve = new CapacityCurve(vcpus, gain, 1);
    double step = curve.capacity() / 5000;
    for (double work = step; work < curve.capacity() - step; work += step) {
      assertThat(curve.busyCores(work + step)).isGreaterThan(curve.busyCores(work));
      assertThat(curve.sessions(work + step)).isGreaterThan(curve.sessions(work));
      assertThat(curve.stretch(work + step)).isGreaterThanOrEqualTo(curve.stretch(work) - 1e-9);
    }
  }

  @Test
  void hyperthreadsMakeBusyCoresOverstateWhatIsLeft() {
    CapacityCurve curve = new CapacityCurve(32, 0.2, 1);

    assertThat(curve.capacity()).isCloseTo(19.2, within(1e-9));
    assertThat(curve.busyCores(8)).as("cores mostly to themselves").isCloseTo(8, within(0.05));
    // At 75 % busy vCPUs, a host does more than three quarters of its possible work.
    assertThat(curve.work(24) / curve.capacity()).isBetween(0.88, 0.95);
    assertThat(curve.work(24)).isLessThan(new CapacityCurve(32, 0.3, 1).work(24));
  }

  @Test
  void saturationIsAnAnswerAndNotAnAccident() {
    CapacityCurve curve = new CapacityCurve(8, 0.2, 1);

    assertThat(curve.work(8)).isEqualTo(curve.capacity());
    assertThat(curve.work(9)).isEqualTo(curve.capacity());
    assertThat(curve.busyCores(100)).isEqualTo(8);
    assertThat(curve.sessions(curve.capacity())).isInfinite();
    assertThat(curve.stretch(100)).isInfinite();
    assertThat(curve.sessions(curve.capacity() * 0.9999)).isFinite().isGreaterThan(5000);
    assertThat(curve.work(-0.1)).isZero();
    assertThat(curve.stretch(0)).isEqualTo(1);
    assertThat(curve.work(Double.NaN)).isNaN();
    assertThat(curve.busyCores(Double.NaN)).isNaN();
    assertThat(curve.sessions(Double.NaN)).isNaN();
    assertThat(curve.stretch(Double.NaN)).isNaN();
  }

  @Test
  void aFasterHostDoesTheSameWorkWithLess() {
    CapacityCurve slow = new CapacityCurve(16, 1, 1);
    CapacityCurve fast = new CapacityCurve(16, 1, 1.25);

    assertThat(fast.capacity()).isEqualTo(20);
    assertThat(fast.busyCores(12.5)).isCloseTo(slow.busyCores(10), within(1e-6));
    assertThat(fast.sessions(12.5)).isCloseTo(slow.sessions(10), within(1e-6));
  }

  @Test
  void impossibleHostsAreRefused() {
    assertThatThrownBy(() -> new CapacityCurve(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CapacityCurve(8, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CapacityCurve(8, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
