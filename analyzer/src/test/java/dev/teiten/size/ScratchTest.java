package dev.teiten.size;

import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void print() {
    for (NextWeeksCase.Kind kind : NextWeeksCase.Kind.values()) {
      NextWeeksCase one = NextWeeksCase.of(kind, "db.r6g.2xlarge", 4, 0.22, 7);
      long t = System.nanoTime();
      ClusterFixture made = one.made(kind == NextWeeksCase.Kind.MONTHLY ? 10 : 4);
      long t2 = System.nanoTime();
      SizingModel model = made.model();
      SizingAdvice advice = ClusterFixture.ADVISOR.adviseQuickly(model, WhatIf.nothing()).advice();
      long t3 = System.nanoTime();
      System.out.println("==== " + kind + " " + advice.verdict() + " load " + (t2 - t) / 1000000 + " ms, advice " + (t3 - t2) / 1000000);
      advice.reasons().forEach(r -> System.out.println("  because " + r));
      advice.warnings().forEach(r -> System.out.println("  warning " + r));
      for (SizingAdvice.Option o : advice.options()) {
        System.out.println("  " + o.writerClass() + " " + o.readers() + " $" + o.monthlyUsd() + " p99 " + o.p99Utilisation() + " " + o.p99UtilisationLow() + ".." + o.p99UtilisationHigh() + " held " + o.drawsHeld() + " " + o.grade() + " risk " + o.risk() + " " + o.doubts());
        System.out.println("      worst " + o.worst());
        System.out.println("      loss  " + o.worstAfterLoss());
        for (int w = 1; w <= 3; w++) {
          System.out.println("      week " + w + " " + one.queue(o, w) + " p99 " + one.p99(o, w) + " safe " + one.safe(o, w));
        }
      }
      System.out.println("  trial " + advice.trial());
      System.out.println("  guard " + advice.guards().get(0).detail());
    }
  }
}
