package dev.teiten.review;

import dev.teiten.load.Sentence;

/** Renders the weekly review as Markdown, and as text for a terminal. */
public final class ReviewDocument {
  private static final int TOP = 10;

  private ReviewDocument() {}

  /** The section of one cluster. */
  public static String markdown(ReviewedWeek review) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("# %s %s%n%n", review.ranking().cluster(), review.ranking().week()));
    text.append(String.format("%s%n%n", Sentence.join(review.headline())));
    text.append(String.format("## Agenda%n%n"));
    if (review.agenda().isEmpty()) {
      text.append(
          String.format("Nothing changed beyond the weekly noise: no meeting is needed.%n"));
    }
    for (AgendaItem item : review.agenda()) {
      text.append(String.format("1. **%s** %s. %s%n", item.kind(), words(item), item.evidence()));
    }
    if (!review.tasks().isEmpty()) {
      text.append(String.format("%n## Tasks%n%n%s", TaskDocument.table(review.tasks()).markdown()));
    }
    text.append(String.format("%n## Ranking%n%n"));
    text.append(RankingTable.of(review.ranking().top(TOP)).markdown());
    review.ranking().explanation().ifPresent(words -> text.append(String.format("%n%s%n", words)));
    review
        .ranking()
        .gone()
        .forEach(
            gone ->
                text.append(
                    String.format(
                        "%nGone: %s (%s AAS before)%n",
                        gone.statement(), FormattedNumbers.decimal(gone.loadAasBefore(), 2))));
    text.append(
        String.format("%n## Sizing%n%n```%n%s```%n%n", SizingTable.summary(review.sizing())));
    text.append(SizingTable.of(review.sizing()).markdown());
    for (Sentence warning : review.ranking().warnings()) {
      text.append(String.format("%n> %s%n", warning));
    }
    return text.toString();
  }

  private static String words(AgendaItem item) {
    String text = item.text().text();
    return item.task() == null ? text : TaskDocument.escaped(text);
  }

  /** The review of one cluster for a terminal. */
  public static String text(ReviewedWeek review) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%s %s%n", review.ranking().cluster(), review.ranking().week()));
    review.headline().forEach(sentence -> text.append(String.format("  %s%n", sentence)));
    for (AgendaItem item : review.agenda()) {
      text.append(String.format("  %-12s%s%n", item.kind(), item.text()));
    }
    text.append(System.lineSeparator());
    text.append(RankingTable.of(review.ranking().top(TOP)).text());
    review.ranking().explanation().ifPresent(words -> text.append(String.format("%s%n", words)));
    text.append(System.lineSeparator()).append(SizingTable.summary(review.sizing()));
    return text.toString();
  }
}
