package dev.teiten.size.demand;

/**
 * The demand on one of several readers whose number is scaled. More work brings more readers, which
 * keep a reader's part as it is until their most are there.
 *
 * @param tracked the demand with the readers that would be there
 * @param capped the demand if the most readers were always there
 */
public record ScaledReaderDemand(ReaderDemand tracked, ReaderDemand capped)
    implements ReaderDemand {

  @Override
  public double at(double share) {
    return Math.max(tracked.at(share), capped.at(share));
  }

  @Override
  public ReaderDemand times(double factor) {
    return new ScaledReaderDemand(tracked, capped.times(factor));
  }

  @Override
  public ReaderDemand max(ReaderDemand other) {
    return other instanceof ScaledReaderDemand scaled
        ? new ScaledReaderDemand(tracked.max(scaled.tracked), capped.max(scaled.capped))
        : ReaderDemand.super.max(other);
  }
}
