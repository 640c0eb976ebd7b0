using System.Globalization;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Moments as the version that is played writes them.</summary>
internal static class TimeText
{
    /// <summary>To the millisecond, as databases have it.</summary>
    public static string Stamp(SimulatorState state, DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture) + state.Rules.StampZone;

    /// <summary>To the second, as mails have it.</summary>
    public static string Date(SimulatorState state, DateTimeOffset time) =>
        time.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + state.Rules.DateZone;
}
