package dev.teiten.web.site;

import java.time.Clock;
import java.time.ZoneId;

/**
 * What the routes share.
 *
 * @param zone whose midnight separates the weeks, and whose times the pages show
 */
public record Site(ZoneId zone, ReviewDesk desk, Clock clock) {}
