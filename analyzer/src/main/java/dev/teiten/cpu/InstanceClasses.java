package dev.teiten.cpu;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of instance classes, read from {@code instance-classes.csv}, which names its
 * sources.
 */
public final class InstanceClasses {
  private static final Pattern SIZED =
      Pattern.compile("db\\.([a-z0-9]+)\\.([1-9][0-9]{0,2})xlarge");
  private static final Pattern SERVERLESS =
      Pattern.compile("db\\.serverless:([0-9]{1,3}(?:\\.5)?)-([0-9]{1,3}(?:\\.5)?)");

  /** A host of no class, of which only the vCPUs are known. */
  private static final Pattern VCPUS = Pattern.compile("vcpus-([1-9][0-9]{0,3})");

  private static final Map<String, InstanceClass> BY_NAME = read();

  private InstanceClasses() {}

  /** Every class of the catalogue, by family, from small to large. */
  public static Collection<InstanceClass> all() {
    return BY_NAME.values();
  }

  /**
   * The class with that name. A size that the catalogue lacks is derived from its family: {@code
   * n}xlarge has 4{@code n} vCPUs, and memory in the family's ratio. The whole family must have one
   * ratio. The guaranteed network bandwidth of a derived class is unknown. Serverless v2 needs its
   * range, as in {@code db.serverless:2-32}.
   *
   * @param name null if unknown
   */
  public static Optional<InstanceClass> find(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    InstanceClass listed = BY_NAME.get(lower);
    return listed != null ? Optional.of(listed) : derive(lower);
  }

  /**
   * The hardware of an instance; that of Aurora Serverless v2 at its maximum capacity. Empty if the
   * class or the range of capacity is not known.
   */
  public static Optional<InstanceClass> of(Instance instance) {
    return instance.isServerless()
        ? Optional.ofNullable(instance.acu()).map(acu -> InstanceClass.serverless(acu, false))
        : find(instance.instanceClass());
  }

  /** The name of a host of no class, {@code vcpus-8}. */
  public static String ofVcpus(int vcpus) {
    return "vcpus-" + vcpus;
  }

  /** The name of Serverless v2 with a range, {@code db.serverless:2-32}. */
  public static String serverless(AcuRange acu) {
    return Instance.SERVERLESS_CLASS
        + ":"
        + AcuRange.units(acu.min())
        + "-"
        + AcuRange.units(acu.max());
  }

  private static Optional<InstanceClass> serverless(Matcher range) {
    double min = Double.parseDouble(range.group(1));
    double max = Double.parseDouble(range.group(2));
    return min <= max && max > 0
        ? Optional.of(InstanceClass.serverless(new AcuRange(min, max), false))
        : Optional.empty();
  }

  private static Optional<InstanceClass> derive(String name) {
    Matcher range = SERVERLESS.matcher(name);
    if (range.matches()) {
      return serverless(range);
    }
    Matcher host = VCPUS.matcher(name);
    if (host.matches()) {
      // Its vCPUs are taken for cores, and its memory is not known from its name.
      int vcpus = Integer.parseInt(host.group(1));
      return Optional.of(new InstanceClass(name, "vcpus", vcpus, 0, false, null));
    }
    Matcher matcher = SIZED.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Set<InstanceClass> shapes =
        BY_NAME.values().stream()
            .filter(sibling -> sibling.family().equals(matcher.group(1)))
            .map(sibling -> scaled(name, sibling, 4 * Integer.parseInt(matcher.group(2))))
            .collect(Collectors.toSet());
    return shapes.size() == 1 ? Optional.of(shapes.iterator().next()) : Optional.empty();
  }

  private static InstanceClass scaled(String name, InstanceClass sibling, int vcpus) {
    double memoryGib = sibling.memoryGib() / sibling.vcpus() * vcpus;
    return new InstanceClass(
        name, sibling.family(), vcpus, memoryGib, sibling.hyperthreaded(), null);
  }

  private static Map<String, InstanceClass> read() {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    Map<String, InstanceClass> classes = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(
                InstanceClasses.class.getResourceAsStream("instance-classes.csv"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        CSVParser rows = format.parse(reader)) {
      rows.forEach(row -> classes.put(row.get("name"), instanceClass(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(classes);
  }

  private static InstanceClass instanceClass(CSVRecord row) {
    String name = row.get("name");
    String network = row.get("network_gbps");
    return new InstanceClass(
        name,
        name.split("\\.", -1)[1],
        Integer.parseInt(row.get("vcpus")),
        Double.parseDouble(row.get("memory_gib")),
        row.get("cpu").equals("x86"),
        network.isEmpty() ? null : Double.valueOf(network));
  }
}
