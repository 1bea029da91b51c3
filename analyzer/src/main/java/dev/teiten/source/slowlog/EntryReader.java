package dev.teiten.source.slowlog;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of a log. An entry is a header of lines that begin with {@code #}, then {@code
 * use} and {@code SET timestamp}, then the statement. A line of a statement may begin with {@code
 * #}, too, so that a header begins only after a semicolon or with a field that no comment has.
 */
final class EntryReader {
  static final String COMMAND = "administrator command: ";

  /** Bytes of a statement that are kept; the key of a query needs no more. */
  private static final int LONGEST = 1 << 18;

  private static final byte[] TIME = LogBytes.of("# Time: ");
  private static final byte[] USER = LogBytes.of("# User@Host: ");
  private static final byte[] ADMIN = LogBytes.of("# " + COMMAND);
  private static final byte[] USE = LogBytes.of("use ");
  private static final byte[] SET = LogBytes.of("SET ");
  private static final byte[] STAMP = LogBytes.of("timestamp=");
  private static final byte[] PORT = LogBytes.of("Tcp port: ");
  private static final byte[] COLUMNS = LogBytes.of("Time  ");
  private static final byte[] COLUMN_NAMES = LogBytes.of("Id Command");
  private static final byte[] VERSION = LogBytes.of(", Version: ");
  private static final byte[] STARTED = LogBytes.of("started with:");
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\S*");

  private final LogLines lines;
  private final EntryHeader header = new EntryHeader();
  private final LogClock clock = new LogClock();
  private final byte[] body = new byte[LONGEST];
  private int length;
  private boolean cut;
  private boolean bodyEnds;
  private long position;
  private @Nullable String database;
  private @Nullable String useLine;
  private @Nullable String version;
  private boolean mariaDb;
  private boolean reopened;
  private boolean pending;

  EntryReader(LogLines lines) {
    this.lines = lines;
  }

  /** Reads the next complete entry; false at the end of the log. */
  boolean next() throws IOException {
    length = 0;
    cut = false;
    bodyEnds = false;
    useLine = null;
    reopened = false;
    header.clear();
    clock.begin();
    boolean inEntry = false;
    while (pending || lines.next()) {
      pending = false;
      boolean isHeader = lines.end() > lines.start() && lines.bytes()[lines.start()] == '#';
      if ((length > 0 || useLine != null) && begins(isHeader)) {
        pending = true;
        return true;
      }
      if (length == 0 && isServerLine()) {
        readServerLine();
        continue;
      }
      if (!inEntry && isHeader) {
        inEntry = true;
        // The first byte of a file is position 1.
        position = lines.offset() + 1;
      }
      if (inEntry) {
        readLine(isHeader);
      }
    }
    return inEntry && bodyEnds;
  }

  /** Whether the line begins the next entry, or is the server's own. */
  private boolean begins(boolean isHeader) {
    if (isHeader) {
      return isTime()
          || lines.startsWith(USER)
          || bodyEnds && !lines.startsWith(ADMIN) && hasField();
    }
    return bodyEnds && isServerLine();
  }

  /** Whether a time follows, as in no comment of a statement. */
  private boolean isTime() {
    int digit = lines.start() + TIME.length;
    return lines.startsWith(TIME)
        && digit < lines.end()
        && lines.bytes()[digit] >= '0'
        && lines.bytes()[digit] <= '9';
  }

  private boolean hasField() {
    byte[] bytes = lines.bytes();
    int from = LogBytes.skipSpaces(bytes, lines.start() + 1, lines.end());
    int colon = LogBytes.find(bytes, from, lines.end(), ':');
    return colon < lines.end() && HeaderField.at(bytes, from, colon) != null;
  }

  private boolean isServerLine() {
    return lines.startsWith(PORT)
        || lines.startsWith(COLUMNS) && lines.indexOf(COLUMN_NAMES) > 0
        || lines.endsWith(':') && lines.indexOf(STARTED) > 0;
  }

  /** The server opened the log: it writes its version, and no database is chosen. */
  private void readServerLine() {
    int at = lines.indexOf(VERSION);
    if (at < 0) {
      return;
    }
    reopened = true;
    database = null;
    String text = LogBytes.text(lines.bytes(), at + VERSION.length, lines.end());
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.lookingAt()) {
      version = numbers.group();
      mariaDb = text.contains("MariaDB");
      clock.stampsAreStarts(mariaDb || isSince8014(numbers));
    }
  }

  /** Whether the timestamp is the start of a statement, as it is since MySQL 8.0.14. */
  private static boolean isSince8014(Matcher numbers) {
    int major = Integer.parseInt(numbers.group(1));
    int minor = Integer.parseInt(numbers.group(2));
    int patch = Integer.parseInt(numbers.group(3));
    return Arrays.compare(new int[] {major, minor, patch}, new int[] {8, 0, 14}) >= 0;
  }

  private void readLine(boolean isHeader) {
    if (isHeader && length == 0) {
      readHeader();
    } else if (length > 0 || !isPreamble()) {
      append(lines.start(), lines.end());
    }
  }

  private void readHeader() {
    byte[] bytes = lines.bytes();
    int from = lines.start();
    int to = lines.end();
    if (lines.startsWith(ADMIN)) {
      append(from + 2, to);
      return;
    }
    int user = lines.indexOf(USER);
    if (lines.startsWith(TIME)) {
      int end = user < 0 ? to : user;
      clock.readTime(LogBytes.text(bytes, from + TIME.length, end));
    }
    if (user >= 0) {
      header.readUser(bytes, user + USER.length, to);
    } else if (!lines.startsWith(TIME)) {
      header.readFields(bytes, from + 1, to);
      if (header.has(HeaderField.MARIADB) && !mariaDb) {
        mariaDb = true;
        clock.stampsAreStarts(true);
      }
    }
  }

  /** Reads what the server writes between the header and the statement; false if it is neither. */
  private boolean isPreamble() {
    byte[] bytes = lines.bytes();
    if (!clock.hasStamp() && lines.startsWith(SET)) {
      int at = lines.indexOf(STAMP);
      if (at > 0) {
        int from = at + STAMP.length;
        int to = from;
        while (to < lines.end() && (bytes[to] >= '0' && bytes[to] <= '9' || bytes[to] == '.')) {
          to++;
        }
        clock.readStamp(LogBytes.number(bytes, from, to));
        return clock.hasStamp();
      }
    }
    if (!clock.hasStamp() && useLine == null && lines.startsWith(USE) && lines.endsWith(';')) {
      useLine = LogBytes.text(bytes, lines.start(), lines.end() - 1);
      database = useLine.substring(USE.length).strip().replace("`", "");
      bodyEnds = true;
      return true;
    }
    return lines.end() == lines.start();
  }

  private void append(int from, int to) {
    if (length > 0 && length < LONGEST) {
      body[length++] = '\n';
    }
    int count = Math.min(to - from, LONGEST - length);
    System.arraycopy(lines.bytes(), from, body, length, count);
    length += count;
    cut |= count < to - from || lines.isCut();
    bodyEnds = lines.endsWith(';') && lines.isClosed();
  }

  EntryHeader header() {
    return header;
  }

  LogClock clock() {
    return clock;
  }

  /** The statement, with its literals and without the semicolon of the log. */
  String text() {
    int end = length;
    while (!cut && end > 0 && (body[end - 1] == ';' || body[end - 1] <= ' ')) {
      end--;
    }
    String text = LogBytes.text(body, 0, end);
    return text.isEmpty() && useLine != null ? useLine : text;
  }

  /** Whether the statement was too long to be kept whole. */
  boolean isCut() {
    return cut;
  }

  /** The place of the entry in the log, above 0. */
  long position() {
    return position;
  }

  @Nullable String database() {
    return database;
  }

  @Nullable String version() {
    return version;
  }

  boolean isMariaDb() {
    return mariaDb;
  }

  /** Whether the server opened the log before this entry. */
  boolean isReopened() {
    return reopened;
  }
}
