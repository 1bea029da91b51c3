package dev.teiten.source.sample;

import dev.teiten.load.WaitEvent;
import org.jspecify.annotations.Nullable;

/**
 * A session that was active at the moment of a sample.
 *
 * @param waitsFor its wait event; {@link WaitEvent#CPU} without a known wait
 * @param digest the running statement's digest; null if unknown
 * @param user null if unknown
 * @param host the client's, without a port; null if unknown
 * @param database null if none is chosen
 */
public record ActiveSession(
    WaitEvent waitsFor,
    @Nullable String digest,
    @Nullable String user,
    @Nullable String host,
    @Nullable String database) {}
