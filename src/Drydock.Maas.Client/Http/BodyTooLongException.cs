using System.Globalization;

namespace Drydock.Maas.Client.Http;

/// <summary>A body that would be held in memory is longer than may be.</summary>
internal sealed class BodyTooLongException(long longest)
    : IOException(
        string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {longest:N0} bytes. Ask for less, with a filter."));
