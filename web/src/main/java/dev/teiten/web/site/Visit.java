package dev.teiten.web.site;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.load.TimeRange;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Frame;
import dev.teiten.web.view.Frame.Crumb;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.Texts;
import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request for a page: who reads it, in which language, and what the address asks for. */
public final class Visit {

  private final Context ctx;
  private final Site site;
  private final Texts texts;

  public Visit(Context ctx, Site site) {
    this.ctx = ctx;
    this.site = site;
    this.texts = Texts.in(Preferences.language(ctx));
  }

  public Texts texts() {
    return texts;
  }

  public Dates dates() {
    return new Dates(texts, site.zone());
  }

  public String cluster() {
    return ctx.pathParam("cluster");
  }

  /** The week of the path. */
  public ReviewWeek week() {
    return site.desk().week(ctx.pathParam("week"));
  }

  /** A parameter of the address; null if it is missing or empty. */
  public @Nullable String param(String name) {
    String value = ctx.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String param(String name, String otherwise) {
    String value = param(name);
    return value == null ? otherwise : value;
  }

  public List<String> params(String name) {
    return ctx.queryParams(name).stream().filter(value -> !value.isBlank()).toList();
  }

  /** Every parameter of the address with its values, blanks included. */
  public Map<String, List<String>> allParams() {
    return ctx.queryParamMap();
  }

  /**
   * The {@code from} and {@code to} of the address; null if one is missing.
   *
   * @throws SettingException if they are no instants, or not in order
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
      throw new SettingException(
          "from=" + from + "&to=" + to + " is no range of time",
          "Write instants such as 2026-11-09T00:00:00Z, the earlier one first.");
    }
  }

  /** This page's address with some parameters set, or removed where the value is null. */
  public String hrefWith(@Nullable String... pairs) {
    return ctx.path() + Links.with(Preferences.changed(ctx, pairs));
  }

  /** A frame without neighbouring weeks. */
  public Frame frame(String title, List<Crumb> crumbs) {
    return new Frame(
        texts,
        title,
        crumbs,
        Preferences.theme(ctx),
        path(),
        Preferences.otherLanguageHref(ctx, texts.language()),
        null,
        null,
        zoneName());
  }

  /**
   * A frame with links to the same page of the weeks around {@code week}.
   *
   * @param address the page's address in another week
   */
  public Frame frame(
      String title, List<Crumb> crumbs, ReviewWeek week, Function<ReviewWeek, String> address) {
    Frame frame = frame(title, crumbs);
    return new Frame(
        texts,
        frame.title(),
        frame.crumbs(),
        frame.theme(),
        frame.path(),
        frame.languageHref(),
        neighbour(week.plus(-1), address),
        neighbour(week.plus(1), address),
        frame.zone());
  }

  public Crumb fleetCrumb(ReviewWeek week) {
    return new Crumb(texts.get("fleet.title"), Links.fleet(week));
  }

  public void show(JteModel page) {
    ctx.html(page.render());
  }

  /** The zone as browsers know it, too: they have no zone {@code Z}. */
  private String zoneName() {
    String id = site.zone().getId();
    return id.equals("Z") ? "UTC" : id;
  }

  private String path() {
    String query = ctx.queryString();
    return ctx.path() + (query == null ? "" : "?" + query);
  }

  private @Nullable Crumb neighbour(ReviewWeek week, Function<ReviewWeek, String> address) {
    return site.desk().weeks().contains(week) ? new Crumb(week.label(), address.apply(week)) : null;
  }
}
