package dev.teiten.web;

import java.time.Clock;

/** What the routes share. */
public record Site(
    WebSettings settings, ReviewDesk desk, CollectionProgress progress, Clock clock) {}
