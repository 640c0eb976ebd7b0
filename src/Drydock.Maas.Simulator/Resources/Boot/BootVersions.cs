using System.Globalization;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The names of an image's versions, and the numbers of its files.</summary>
internal static class BootVersions
{
    /// <summary>That of images MAAS has fetched.</summary>
    public const string OfSynced = "20240101";

    private const int FilesOfSynced = 4;

    public static string GetVersion(SimulatedBootResource image) => image.UploadVersion ?? Day(image.Upload!.Created);

    /// <summary>The day, and behind a point how many versions there have been that day.</summary>
    public static string Next(SimulatedBootResource? image, DateTimeOffset now)
    {
        var day = Day(now);
        var taken = (image?.OlderSets.Select(set => set.Version) ?? []).Append(image?.Upload is null ? "" : GetVersion(image))
            .Where(version => version.StartsWith(day, StringComparison.Ordinal)).ToList();
        if (taken.Count == 0)
            return day;
        var last = taken.Max(version => version.Length > day.Length ? int.Parse(version[(day.Length + 1)..], CultureInfo.InvariantCulture) : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{day}.{last + 1}");
    }

    /// <summary>Whether the number is that of a file MAAS has fetched. They are counted on from image to image, in the order of these.</summary>
    public static bool IsSynced(SimulatorState state, int file)
    {
        Number(state);
        return state.BootResources.Exists(image => image.FirstFile is { } first && file >= first && file < first + FilesOfSynced);
    }

    /// <summary>Gives the files of fetched images their numbers, if they have none yet.</summary>
    public static void Number(SimulatorState state)
    {
        foreach (var image in state.BootResources.Where(image => image.Upload is null && image.FirstFile is null).OrderBy(image => image.Id))
        {
            image.FirstFile = state.Ids.Next("bootfile");
            for (var i = 1; i < FilesOfSynced; i++)
                state.Ids.Next("bootfile");
        }
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
