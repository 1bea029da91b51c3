package dev.teiten.source.aws;

import dev.teiten.source.EventMeaning;
import dev.teiten.source.SourceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * Events of clusters and instances in RDS, which keeps them for 14 days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html">
 *     DescribeEvents</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Events.Messages.html">
 *     the categories</a>
 */
final class RdsEventReader {
  private static final int KEPT_MINUTES = (int) Duration.ofDays(14).toMinutes();

  /** Categories that can change load; backups, for example, cannot. */
  private static final Set<String> CATEGORIES =
      Set.of(
          "availability",
          "configuration change",
          "creation",
          "deletion",
          "failover",
          "failure",
          "maintenance",
          "recovery",
          "restoration");

  /** Start messages, which are skipped because a message follows at the end. */
  private static final Pattern BEGINNING = Pattern.compile("^(Started|Applying) ");

  private RdsEventReader() {}

  static List<SourceEvent> read(AwsClients clients) {
    List<SourceEvent> events = new ArrayList<>();
    for (Event event :
        clients.rds().describeEventsPaginator(r -> r.duration(KEPT_MINUTES)).events()) {
      SourceType type = event.sourceType();
      boolean ofCluster = type == SourceType.DB_CLUSTER;
      if ((ofCluster || type == SourceType.DB_INSTANCE)
          && event.date() != null
          && event.sourceIdentifier() != null
          && event.message() != null
          && !BEGINNING.matcher(event.message()).find()
          && tells(event)) {
        events.add(
            new SourceEvent(
                event.date(),
                clients.region(),
                event.sourceIdentifier(),
                ofCluster,
                event.message()));
      }
    }
    return events;
  }

  /** Whether it is of a category that changes load, or one of the notifications of a life. */
  private static boolean tells(Event event) {
    return event.eventCategories().stream().anyMatch(CATEGORIES::contains)
        || EventMeaning.of(event.message()).isPresent();
  }
}
