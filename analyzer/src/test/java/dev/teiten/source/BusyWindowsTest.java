package dev.teiten.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BusyWindowsTest {
  private static float[] day() {
    float[] onCpu = new float[1440];
    for (int m = 0; m < onCpu.length; m++) {
      onCpu[m] = 1 + m % 180 / 1000f;
    }
    return onCpu;
  }

  @Test
  void eachThreeHoursAreLookedAtWhereTheyAreBusiest() {
    float[] onCpu = day();
    Arrays.fill(onCpu, 600, 610, 7);
    onCpu[607] = 8;

    assertThat(BusyWindows.of(onCpu)).containsExactly(175, 355, 535, 605, 895, 1075, 1255, 1435);
  }

  @Test
  void minutesWithoutDataAreNotAskedFor() {
    float[] onCpu = day();
    Arrays.fill(onCpu, 0, 180, Float.NaN);
    onCpu[357] = Float.NaN;

    assertThat(BusyWindows.of(onCpu)).hasSize(7).startsWith(350, 535);
  }

  @Test
  void aDayThatHasJustBegunHasFewOfThem() {
    assertThat(BusyWindows.of(Arrays.copyOf(day(), 184))).containsExactly(175);
    assertThat(BusyWindows.of(new float[0])).isEmpty();
  }
}
