package dev.teiten.size;

import dev.teiten.synthetic.SyntheticCluster;
import org.junit.jupiter.api.Test;

class CapacityAdvisorTest {
  @Test
  void show() {
    for (String c : new String[] {"db.r6g.4xlarge", "db.r5.4xlarge"}) {
      for (double cores : new double[] {2, 4, 6}) {
        Made made =
            Made.of(new SyntheticCluster(Made.queries(cores)).instanceClass(c).readers(4).weeks(1));
        long t0 = System.nanoTime();
        SizingModel model = made.model();
        long t1 = System.nanoTime();
        SizingAdvice advice = Made.ADVISOR.advise(model, WhatIf.nothing());
        long t2 = System.nanoTime();
        Made.ADVISOR.advise(
            model,
            new WhatIf(
                java.util.List.of(new SizingAdvice.Fix(made.fingerprint("batch"), 50)),
                null,
                null));
        long t3 = System.nanoTime();
        System.out.println(
            c
                + " "
                + cores
                + " "
                + advice.verdict()
                + " "
                + (t1 - t0) / 1000000
                + " "
                + (t2 - t1) / 1000000
                + " "
                + (t3 - t2) / 1000000);
        System.out.println(advice.current());
        advice.reasons().forEach(System.out::println);
        advice.guards().forEach(System.out::println);
        advice.options().forEach(System.out::println);
        advice.fixSets().forEach(System.out::println);
        System.out.println(advice.warnings() + " " + advice.prices());
      }
    }
  }
}
