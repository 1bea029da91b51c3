package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.Instance;
import dev.teiten.load.SettingException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the class that a question asks for, by its name. */
final class AskedClass {
  private AskedClass() {}

  /**
   * The class for a role.
   *
   * @param name wins over {@code target}
   * @param was the class of the role today
   * @throws SettingException if the class is not known
   */
  static InstanceClass of(@Nullable String name, @Nullable String target, InstanceClass was) {
    String asked = name == null ? target : name;
    if (asked == null) {
      return was;
    }
    if (Instance.isServerless(asked)) {
      return ServerlessShapes.inPlaceOf(was);
    }
    InstanceClass found = find(asked);
    return found.acu() == null ? found : ServerlessShapes.serverless(found.acu(), was);
  }

  private static InstanceClass find(String name) {
    return InstanceClasses.find(name)
        .orElseThrow(
            () ->
                new SettingException(
                    "The class " + name + " is not known",
                    "Give a class such as db.r6g.4xlarge, or db.serverless:2-32 (ACU); the families are "
                        + InstanceClasses.all().stream()
                            .map(InstanceClass::family)
                            .distinct()
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
