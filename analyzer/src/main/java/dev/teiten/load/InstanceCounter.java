package dev.teiten.load;

/**
 * The counters of an instance that sizing reads: a value for each minute, in the unit of the
 * counter's name. A source converts from its own names and units.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights_Counters.html">Performance
 *     Insights counters</a>
 */
public enum InstanceCounter {
  /**
   * CPU utilization, 0..1 ({@code os.cpuUtilization.total}): of the host, or of an Aurora
   * Serverless v2 instance at its maximum capacity, as CloudWatch states it.
   */
  CPU_UTILISATION,
  /**
   * vCPUs of the host ({@code os.general.numVCPUs}); missing for Aurora Serverless v2, where they
   * follow the load.
   */
  VCPUS,
  MEMORY_TOTAL_BYTES,
  /** Free memory, without caches. */
  MEMORY_FREE_BYTES,
  /** Page cache of the files of volumes, outside Aurora: it is given up where memory is wanted. */
  MEMORY_CACHED_BYTES,
  /** Swap written, bytes a second. */
  SWAP_OUT_BYTES_PER_SECOND,
  /** Open connections: the highest number within the minute if the source has it. */
  CONNECTIONS,
  /** The connections that the server allows, where the source states it. */
  MAX_CONNECTIONS,
  /** Share of buffer pool reads that need no storage, 0..1. */
  BUFFER_POOL_HIT_RATIO,
  /** Page reads that the buffer pool served, a second; for sources that count no ratio. */
  BUFFER_POOL_HITS_PER_SECOND,
  /** Page reads from storage, a second. */
  BUFFER_POOL_READS_PER_SECOND,
  NETWORK_RECEIVED_BYTES_PER_SECOND,
  NETWORK_SENT_BYTES_PER_SECOND,
  /** Temporary tables on disk, a second. */
  TMP_DISK_TABLES_PER_SECOND,
  /** Temporary files of sorts and hashes, bytes written a second. */
  TEMP_FILE_BYTES_PER_SECOND,
  /** Statements, a second; not requested of Aurora Serverless v2. */
  QUERIES_PER_SECOND,
  /** Capacity units allocated to an Aurora Serverless v2 instance, which AWS bills. */
  ACU_ALLOCATED,
  /** The highest number of capacity units that it could have had in that minute. */
  ACU_MAXIMUM
}
