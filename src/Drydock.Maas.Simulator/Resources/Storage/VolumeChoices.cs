using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Reads fields that choose among disks and partitions, by number or name.</summary>
/// <param name="form">What was sent.</param>
/// <param name="errors">Where wrong choices go.</param>
/// <param name="choices">What there is to choose from.</param>
internal sealed class VolumeChoices(ParameterSet form, FieldErrors errors, IEnumerable<SimulatedVolume> choices)
{
    private readonly List<SimulatedVolume> _choices = [.. choices];

    /// <summary>What of a machine nothing has been put on.</summary>
    public static IEnumerable<SimulatedVolume> GetFree(SimulatedMachine machine) =>
        machine.BlockDevices.SelectMany(device => device.Partitions.Prepend<SimulatedVolume>(device)).Where(volume => volume.IsFree);

    /// <summary>All that a field names, as it names them; where one is none, null, and only the first of those is told.</summary>
    public List<T>? ReadAll<T>(string field)
        where T : SimulatedVolume
    {
        var found = new List<T>();
        foreach (var text in form.EmptyLists.Contains(field) ? [] : form.GetAll(field))
        {
            if (Find<T>(text) is not { } volume)
            {
                AddError(field, text);
                return null;
            }

            found.Add(volume);
        }

        return [.. found.Distinct()];
    }

    /// <summary>The one a field names; null for none.</summary>
    public T? Read<T>(string field)
        where T : SimulatedVolume
    {
        if (form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = Find<T>(text);
        if (found is null)
            AddError(field, text);
        return found;
    }

    private T? Find<T>(string text)
        where T : SimulatedVolume => _choices.OfType<T>().FirstOrDefault(
            volume => volume.Id.ToString(CultureInfo.InvariantCulture) == text || GetName(volume) == text);

    private static string GetName(SimulatedVolume volume) =>
        volume is SimulatedPartition partition ? partition.Name : ((SimulatedBlockDevice)volume).Name;

    private void AddError(string field, string text) =>
        errors.Add(field, $"Select a valid choice. {text} is not one of the available choices.");
}
