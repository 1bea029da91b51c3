package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Option;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the options of an advice are to the reader, and the addresses that choose them. */
record Choices(SizingAdvice advice, Question question, String page) {

  /** Whether it is today's capacity. */
  boolean isToday(Option option) {
    Current now = advice.current();
    return now != null
        && option.writerClass().equals(now.writerClass())
        && Objects.equals(option.readerClass(), now.readerClass())
        && option.readers() == now.readers();
  }

  /** Today's capacity among the options; null where it is not one of them. */
  @Nullable Option today() {
    return advice.options().stream().filter(this::isToday).findFirst().orElse(null);
  }

  /** What was asked for; null if nothing was. */
  @Nullable Option asked() {
    boolean asking = question.whatIf().target() != null || question.whatIf().readers() != null;
    return asking && !advice.options().isEmpty() ? advice.options().get(0) : null;
  }

  /** {@code asked}, {@code recommended}, {@code today} or empty. */
  String mark(Option option) {
    if (option.equals(asked())) {
      return "asked";
    } else if (option.equals(advice.recommended())) {
      return "recommended";
    }
    return isToday(option) ? "today" : "";
  }

  /** The address that asks for an option; null for one that an address cannot say. */
  @Nullable String href(Option option) {
    Current now = advice.current();
    String reader = option.readerClass();
    if (reader == null || reader.equals(option.writerClass())) {
      return page + question.queryWith(option.writerClass(), option.readers());
    }
    boolean ofToday =
        now != null
            && option.writerClass().equals(now.writerClass())
            && reader.equals(now.readerClass());
    return ofToday ? page + question.queryWith(null, option.readers()) : null;
  }
}
