package dev.teiten.review.store;

import dev.teiten.load.SettingException;

/** A comment or a decision about a task. */
public record TaskRemark(boolean decision, String text) {
  private static final int LONGEST = 4000;

  /**
   * @throws SettingException if the text is empty or too long
   */
  public TaskRemark {
    text = PlainText.lines(StoreText.COMMENT.of(), text, LONGEST);
    if (text.isEmpty()) {
      throw new SettingException(StoreText.EMPTY_COMMENT.of(), StoreText.WRITE_SOMETHING.of());
    }
  }

  public TaskEvent.Kind kind() {
    return decision ? TaskEvent.Kind.DECISION : TaskEvent.Kind.COMMENT;
  }
}
