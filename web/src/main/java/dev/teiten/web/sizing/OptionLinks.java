package dev.teiten.web.sizing;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import dev.teiten.size.AcuUse;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The role of each option of an advice, and the address that selects it. */
record OptionLinks(SizingAdvice advice, WhatIfRequest question, String page) {

  /** Whether the option is today's capacity. */
  boolean isToday(Option option) {
    Current now = advice.current();
    return now != null
        && option.writerClass().equals(now.writerClass())
        && Objects.equals(option.readerClass(), now.readerClass())
        && hasReadersOf(now, option)
        && AcuUse.sameRange(option.acu(), now.acu());
  }

  private static boolean hasReadersOf(Current now, Option option) {
    Autoscaling today = now.autoscaling();
    Autoscaling scaled = option.autoscaling();
    return today == null || scaled == null
        ? today == scaled && option.readers() == now.readers()
        : scaled.min() == today.min() && scaled.max() == today.max();
  }

  /** Today's capacity among the options; null if it is not one of them. */
  @Nullable Option today() {
    return advice.options().stream().filter(this::isToday).findFirst().orElse(null);
  }

  /** The requested option; null without a request. */
  @Nullable Option asked() {
    return question.whatIf().asksForCapacity() && !advice.options().isEmpty()
        ? advice.options().get(0)
        : null;
  }

  /** The mark of an option: {@code asked}, {@code recommended}, {@code today} or empty. */
  String mark(Option option) {
    if (option.equals(asked())) {
      return "asked";
    } else if (option.equals(advice.recommended())) {
      return "recommended";
    }
    return isToday(option) ? "today" : "";
  }

  /** The address that selects an option. */
  String href(Option option) {
    String writer = option.writerClass();
    String reader = option.readerClass();
    List<WhatIfParam> capacity = new ArrayList<>();
    if (reader == null || reader.equals(writer)) {
      capacity.add(new WhatIfParam(ParamKind.TARGET, written(writer, option)));
    } else if (!isOfToday(writer, reader, option)) {
      capacity.add(new WhatIfParam(ParamKind.WRITER, written(writer, option)));
      capacity.add(new WhatIfParam(ParamKind.READER, written(reader, option)));
    }
    Autoscaling scaled = option.autoscaling();
    String readers =
        scaled == null ? String.valueOf(option.readers()) : scaled.min() + "-" + scaled.max();
    capacity.add(new WhatIfParam(ParamKind.READERS, readers));
    return page + question.queryWith(capacity);
  }

  /** Whether both classes are today's; an address without classes means today's classes. */
  private boolean isOfToday(String writer, String reader, Option option) {
    Current now = advice.current();
    return now != null
        && writer.equals(now.writerClass())
        && reader.equals(now.readerClass())
        && AcuUse.sameRange(option.acu(), now.acu());
  }

  private static String written(String instanceClass, Option option) {
    AcuUse acu = option.acu();
    return acu == null || !Instance.isServerless(instanceClass)
        ? instanceClass
        : InstanceClasses.serverless(new AcuRange(acu.min(), acu.max()));
  }
}
