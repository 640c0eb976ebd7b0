using System.Net;
using System.Text.Json;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>Changes to a state that an older release has saved.</summary>
internal static class StateUpgrade
{
    /// <summary>Members of older files that have another name or form since, and are read here.</summary>
    public static readonly string[] Replaced =
    [
        "SimulatorState.reservedAddresses", "SimulatedDnsResource.created", "SimulatedMachine.hasAcquiredFilesystems",
        "SimulatedMachine.statusBeforeRescue", "PendingTransition.happening",
    ];

    /// <summary>Classes of files before version 4, with the names they have since.</summary>
    public static readonly IReadOnlyDictionary<string, string> RenamedClasses = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Happening"] = nameof(Transition),
        ["PendingEvent"] = nameof(PendingTransition),
    };

    /// <summary>Members as they are called now, with the names they have in files before version 4.</summary>
    public static readonly IReadOnlyDictionary<string, string> EarlierNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PendingTransition.transition"] = "happening",
    };

    /// <summary>Makes of one object what it is now; all objects have been read.</summary>
    /// <param name="version">The version of the file.</param>
    /// <param name="saved">The members of the object as they stand in the file.</param>
    /// <param name="target">What has been read of them.</param>
    public static void Apply(int version, JsonElement saved, object target)
    {
        if (version < 2 && target is SimulatorState state)
        {
            ReadAddresses(saved, state);
            ScriptSeeder.Seed(state);
            BootResourceSeeder.AddSource(state);
        }

        // Users had no numbers at first.
        foreach (var user in (target as SimulatorState)?.Users.Where(user => user.Id == 0) ?? [])
            user.Id = ((SimulatorState)target).Ids.Next("user");
        if (version < 3)
            StorageUpgrade.Apply(saved, target);
    }

    /// <summary>Addresses had no owner before version 2; they were those of administrators.</summary>
    private static void ReadAddresses(JsonElement saved, SimulatorState state)
    {
        if (!saved.TryGetProperty("reservedAddresses", out var addresses))
            return;
        foreach (var text in addresses.EnumerateArray().Select(pair => pair[0].GetString()!))
        {
            var address = IPAddress.Parse(text);
            state.HeldAddresses.Add(new()
            {
                Id = state.Ids.Next("address"),
                Address = address,
                Subnet = state.Addresses.BestSubnet(address),
                User = state.Users.Find(user => user.IsSuperuser),
                Created = state.Started,
            });
        }
    }
}
