package dev.teiten.archive.duckdb;

import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DuckDB's native library, 70 MB. */
public final class DuckDbLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(DuckDbLibrary.class);

  private DuckDbLibrary() {}

  /**
   * Loads the library in the background. An error is only logged, since the engine meets it again.
   */
  public static void loadAhead() {
    Thread loader = new Thread(DuckDbLibrary::load, "duckdb");
    loader.setDaemon(true);
    loader.start();
  }

  private static void load() {
    try {
      new DuckDBDriver().connect("jdbc:duckdb:", new Properties()).close();
    } catch (SQLException | RuntimeException | LinkageError e) {
      LOG.debug("DuckDB was not loaded in the background", e);
    }
  }
}
