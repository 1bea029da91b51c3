package dev.teiten.web.sizing;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The what-if form: every assumption with its current value.
 *
 * @param families the selectable classes, by family
 * @param writer the writer's class as entered; empty for none
 * @param reader the readers' class as entered; empty for none
 * @param readers number of readers as entered; empty for a search
 * @param readersShown position of the slider
 * @param sliders the assumptions with a slider
 * @param assumptions the assumptions without a slider
 * @param moves queries that release capacity if they run at another hour
 * @param changed number of assumptions that differ from the default
 * @param speeds measured speeds in the address, which are preserved
 */
public record WhatIfForm(
    String action,
    boolean asking,
    List<Family> families,
    String writer,
    String reader,
    String readers,
    String readersShown,
    List<WhatIfField> sliders,
    List<FixRow> fixes,
    List<MoveRow> moves,
    List<WhatIfField> reserved,
    List<WhatIfField> assumptions,
    int changed,
    List<String> speeds) {

  private static final Set<String> DRAGGED =
      Set.of(ModelAssumption.IMBALANCE.key(), ModelAssumption.GROWTH.key());

  private static final String GENERAL = "db.m";

  /** Classes of one family. */
  public record Family(String name, List<ClassChoice> classes) {}

  /** A selectable class. */
  public record ClassChoice(String name, String text, boolean selected) {}

  static WhatIfForm of(OptionLinks choices, Ranking ranking, ReviewWeek week, PageTexts texts) {
    WhatIfRequest question = choices.question();
    List<WhatIfField> fields =
        choices.advice().details().assumptions().stream()
            .map(assumed -> WhatIfField.of(assumed, question, texts))
            .toList();
    List<WhatIfField> sliders = new ArrayList<>();
    List<WhatIfField> others = new ArrayList<>();
    for (WhatIfField field : fields) {
      boolean dragged = DRAGGED.contains(field.name().substring(field.name().indexOf('.') + 1));
      (dragged ? sliders : others).add(field);
    }
    return new WhatIfForm(
        choices.page(),
        question.isAsking(),
        families(question.written(ParamKind.TARGET, ""), isGeneralPurpose(choices)),
        written(ParamKind.WRITER, question),
        written(ParamKind.READER, question),
        written(ParamKind.READERS, question),
        readersShown(choices),
        sliders,
        FixRow.of(ranking, week, choices, texts),
        choices.advice().details().batchMoves().stream()
            .map(move -> MoveRow.of(move, ranking, choices, texts))
            .toList(),
        reserved(choices, texts),
        others,
        (int) others.stream().filter(WhatIfField::changed).count(),
        question.entries().stream()
            .filter(entry -> entry.kind() == ParamKind.SPEED)
            .map(WhatIfParam::value)
            .toList());
  }

  private static String written(ParamKind kind, WhatIfRequest question) {
    String written = question.written(kind, "");
    return written == null ? "" : written;
  }

  private static String readersShown(OptionLinks choices) {
    SizingAdvice advice = choices.advice();
    Integer asked = choices.question().whatIf().readers();
    if (asked != null) {
      return asked.toString();
    }
    Option recommended = advice.recommended();
    Current now = advice.current();
    int readers = recommended != null ? recommended.readers() : now == null ? 0 : now.readers();
    return String.valueOf(readers);
  }

  /** Whether the cluster runs on general purpose classes, which Aurora does not have. */
  private static boolean isGeneralPurpose(OptionLinks choices) {
    Current now = choices.advice().current();
    return now != null && now.writerClass() != null && now.writerClass().startsWith(GENERAL);
  }

  private static List<Family> families(@Nullable String written, boolean isGeneralPurpose) {
    Map<String, List<ClassChoice>> families = new LinkedHashMap<>();
    boolean listed = written == null;
    for (InstanceClass instanceClass : InstanceClasses.all()) {
      if (instanceClass.name().startsWith(GENERAL) && !isGeneralPurpose) {
        continue;
      }
      listed |= instanceClass.name().equals(written);
      families
          .computeIfAbsent(instanceClass.family(), family -> new ArrayList<>())
          .add(
              new ClassChoice(
                  instanceClass.name(), text(instanceClass), instanceClass.name().equals(written)));
    }
    if (!listed && written != null) {
      families.put("?", List.of(new ClassChoice(written, written, true)));
    }
    List<Family> groups = new ArrayList<>();
    families.forEach((family, classes) -> groups.add(new Family(family, classes)));
    return groups;
  }

  private static String text(InstanceClass instanceClass) {
    return instanceClass.name()
        + " · "
        + instanceClass.vcpus()
        + " vCPU · "
        + NumberFormats.coordinate(instanceClass.memoryGib())
        + " GiB";
  }

  private static List<WhatIfField> reserved(OptionLinks choices, PageTexts texts) {
    Set<String> classes = new LinkedHashSet<>();
    Current now = choices.advice().current();
    if (now != null && now.writerClass() != null) {
      classes.add(now.writerClass());
      if (now.readerClass() != null) {
        classes.add(now.readerClass());
      }
    }
    choices.question().entries().stream()
        .filter(entry -> entry.kind() == ParamKind.RESERVED)
        .forEach(entry -> classes.add(entry.key()));
    return classes.stream()
        .map(name -> WhatIfField.reserved(name, choices.question(), texts))
        .toList();
  }
}
