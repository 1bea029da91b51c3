package dev.teiten.web.site;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.load.TimeRange;
import dev.teiten.review.store.StoreException;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.WrongText;
import dev.teiten.web.view.ZoneMenu;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request for a page: its reader, language and address. */
public final class PageVisit {

  /** The request attribute with the name of the reader's chosen zone, in the form of addresses. */
  static final String ZONE_CHOSEN = "teiten-zone-chosen";

  /** The request attribute that tells whether the reader has a session of the login page. */
  public static final String SESSION = "teiten-session";

  private final ZoneId zone;
  private final ZoneId home;
  private final @Nullable String chosenZone;
  private final @Nullable ReviewDesk desk;
  private final PageTexts texts;
  private final PageAddress address;
  private final Map<String, String> pathParams;
  private final @Nullable String theme;
  private final @Nullable String columns;
  private final boolean standalone;
  private final boolean session;

  public PageVisit(Context ctx, SiteContext site) {
    String chosen = PreferenceCookies.zone(ctx, site.zone());
    this.home = site.zone();
    this.zone = chosen == null ? home : TimeZones.parse(chosen, home);
    this.chosenZone = chosen == null ? null : PageLinks.encode(chosen);
    ctx.attribute(ZONE_CHOSEN, chosenZone);
    this.desk = site.desk().in(zone);
    this.texts = PageTexts.in(PreferenceCookies.language(ctx));
    this.address = new PageAddress(ctx.path(), ctx.queryParamMap());
    this.pathParams = ctx.pathParamMap();
    this.theme = PreferenceCookies.theme(ctx);
    this.columns = PreferenceCookies.columns(ctx);
    this.standalone = false;
    this.session = Boolean.TRUE.equals(ctx.attribute(SESSION));
  }

  /** A page for a file: it has no HTTP request, and its links have no target. */
  public PageVisit(ZoneId zone, String path, String language) {
    this.zone = zone;
    this.home = zone;
    this.chosenZone = null;
    this.desk = null;
    this.texts = PageTexts.in(language);
    this.address = new PageAddress(path, Map.of());
    this.pathParams = Map.of();
    this.theme = null;
    this.columns = null;
    this.standalone = true;
    this.session = false;
  }

  public PageTexts texts() {
    return texts;
  }

  /** The reader's time zone, which determines weeks and displayed times. */
  public ZoneId zone() {
    return zone;
  }

  /** The reviews in weeks of the reader's zone. */
  public ReviewDesk desk() {
    return Objects.requireNonNull(desk);
  }

  public DateFormats dates() {
    return new DateFormats(texts, zone);
  }

  /** The reader's choice of columns in the form of the address; null if never chosen. */
  public @Nullable String columns() {
    return columns;
  }

  public String cluster() {
    return String.valueOf(pathParams.get("cluster"));
  }

  /** The week of the path. */
  public ReviewWeek week() {
    return desk().week(String.valueOf(pathParams.get("week")));
  }

  /** A parameter of the address; null if it is missing or empty. */
  public @Nullable String param(String name) {
    return address.param(name);
  }

  public String param(String name, String otherwise) {
    String value = param(name);
    return value == null ? otherwise : value;
  }

  public List<String> params(String name) {
    return address.params(name);
  }

  /** Every parameter of the address with its values, including blank ones. */
  public Map<String, List<String>> allParams() {
    return address.query();
  }

  /**
   * The {@code from} and {@code to} of the address; null if one is missing.
   *
   * @throws SettingException if they are not instants, or not in order
   */
  public @Nullable TimeRange range() {
    String from = param("from");
    String to = param("to");
    if (from == null || to == null) {
      return null;
    }
    try {
      return new TimeRange(Instant.parse(from), Instant.parse(to));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new SettingException(WrongText.NO_RANGE.of(from, to), WrongText.WRITE_RANGE.of());
    }
  }

  /** This page's address with some parameters set, or removed where the value is null. */
  public String hrefWith(@Nullable String... pairs) {
    return address.with(pairs);
  }

  /** An address of this server, with the zone if the reader chose one. */
  public String zoned(String href) {
    return chosenZone == null
        ? href
        : href + (href.contains("?") ? "&" : "?") + TimeZones.PARAMETER + "=" + chosenZone;
  }

  /** Says that the tasks cannot be shown; null while they can, and in a file. */
  public @Nullable String tasksOutage() {
    StoreException outage = desk == null ? null : desk.book().outage();
    return outage == null ? null : texts.get("tasks.outage", texts.say(outage.sentence()));
  }

  /** A frame without links to other weeks. */
  public PageFrame frame(String title, List<Crumb> crumbs) {
    return new PageFrame(
        texts,
        title,
        crumbs,
        theme,
        address.with(),
        address.with("lang", texts.language().equals("ja") ? "en" : "ja"),
        null,
        null,
        TimeZones.name(zone),
        zoneMenu(),
        null,
        standalone,
        session);
  }

  /**
   * A frame with links to this page in the weeks around {@code week}.
   *
   * @param address the page's address in another week
   */
  public PageFrame frame(
      String title, List<Crumb> crumbs, ReviewWeek week, Function<ReviewWeek, String> address) {
    return frame(title, crumbs)
        .between(neighbour(week.plus(-1), address), neighbour(week.plus(1), address));
  }

  public Crumb fleetCrumb(ReviewWeek week) {
    return new Crumb(texts.get("fleet.title"), PageLinks.fleet(week));
  }

  private ZoneMenu zoneMenu() {
    String server = TimeZones.name(home);
    return new ZoneMenu(
        address.path(),
        chosenZone == null ? null : TimeZones.name(zone),
        server,
        address.with(TimeZones.PARAMETER, server),
        fields());
  }

  /** The parameters that a form must send to keep this address. */
  private List<ZoneMenu.Field> fields() {
    return address.query().entrySet().stream()
        .filter(
            parameter ->
                !List.of(TimeZones.PARAMETER, "lang", "quick").contains(parameter.getKey()))
        .flatMap(
            parameter ->
                parameter.getValue().stream().map(v -> new ZoneMenu.Field(parameter.getKey(), v)))
        .toList();
  }

  private @Nullable Crumb neighbour(ReviewWeek week, Function<ReviewWeek, String> address) {
    return desk != null && desk.weeks().contains(week)
        ? new Crumb(week.label(), address.apply(week))
        : null;
  }
}
