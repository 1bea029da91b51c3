package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.AcuRange;
import org.junit.jupiter.api.Test;

class InstanceClassesTest {

  @Test
  void theCatalogueKnowsTheHardware() {
    assertThat(InstanceClasses.find("db.r5.8xlarge"))
        .contains(new InstanceClass("db.r5.8xlarge", "r5", 32, 256, true, 10.0));
    assertThat(InstanceClasses.find("db.r6g.large"))
        .contains(new InstanceClass("db.r6g.large", "r6g", 2, 16, false, 0.75));
    assertThat(InstanceClasses.find("db.r4.4xlarge").orElseThrow().memoryGib()).isEqualTo(122);
  }

  @Test
  void onlyGuaranteedBandwidthIsStated() {
    assertThat(InstanceClasses.find("db.t3.large").orElseThrow().networkGbps()).isNull();
    assertThat(InstanceClasses.find("db.r6g.4xlarge").orElseThrow().networkGbps()).isEqualTo(5);
  }

  @Test
  void anUnlistedSizeOfAKnownFamilyIsDerived() {
    assertThat(InstanceClasses.find("db.r7i.96xlarge"))
        .contains(new InstanceClass("db.r7i.96xlarge", "r7i", 384, 3072, true, null));
  }

  @Test
  void aHostOfNoClassHasItsVcpus() {
    assertThat(InstanceClasses.find(InstanceClasses.ofVcpus(8)))
        .contains(new InstanceClass("vcpus-8", "vcpus", 8, 0, false, null));
    assertThat(InstanceClasses.find("vcpus-0")).isEmpty();
  }

  @Test
  void whatIsNotCertainIsNotGuessed() {
    assertThat(InstanceClasses.find("db.t3.xlarge")).as("no one ratio in the family").isEmpty();
    assertThat(InstanceClasses.find("db.serverless")).isEmpty();
    assertThat(InstanceClasses.find("db.z9q.8xlarge")).isEmpty();
    assertThat(InstanceClasses.find("db.r5.0xlarge")).isEmpty();
    assertThat(InstanceClasses.find("db.r5.99999999999xlarge")).isEmpty();
  }

  @Test
  void everyRowIsPlausible() {
    assertThat(InstanceClasses.all())
        .hasSizeGreaterThan(60)
        .allSatisfy(
            row -> {
              assertThat(row.name()).isEqualTo("db." + row.family() + "." + row.size());
              assertThat(row.memoryGib() / row.vcpus()).isBetween(2.0, 16.0);
              assertThat(row.hyperthreaded()).isEqualTo(!row.family().contains("g"));
            });
  }

  @Test
  void serverlessIsKnownWithItsRangeOnly() {
    InstanceClass units = InstanceClasses.find("db.serverless:0.5-6").orElseThrow();

    assertThat(units).isEqualTo(InstanceClass.serverless(new AcuRange(0.5, 6), false));
    assertThat(units.vcpus()).isEqualTo(2);
    assertThat(units.exactVcpus()).isEqualTo(1.5);
    assertThat(units.memoryGib()).isEqualTo(1);
    assertThat(units.mostMemoryGib()).isEqualTo(12);
    assertThat(units.label()).isEqualTo("db.serverless (0.5–6 ACU)");
    assertThat(InstanceClasses.find("db.serverless:8-4")).isEmpty();
    assertThat(InstanceClasses.find("db.serverless:0-0")).isEmpty();
  }
}
