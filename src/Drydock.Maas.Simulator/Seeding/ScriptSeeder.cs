using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The scripts every MAAS brings. What they do is not known here; their names, tags and times are.</summary>
internal static class ScriptSeeder
{
    private static readonly Lazy<JsonArray> Described = new(() => JsonNode.Parse(
        typeof(ScriptSeeder).Assembly.GetManifestResourceStream("BuiltinScripts.json")!)!.AsArray());

    /// <summary>Adds them, in the order of their numbers; a number that a script of a user has is passed over.</summary>
    public static void Seed(SimulatorState state)
    {
        var taken = state.Scripts.Select(script => script.Id).ToHashSet();
        foreach (var described in Described.Value.Select(node => node!.AsObject()))
        {
            if (described["type"]!.GetValue<int>() == SimulatedNodeScript.ReleaseType && !state.Rules.RunsReleaseScripts)
                continue;
            var id = state.Ids.Next("script");
            while (taken.Contains(id))
                id = state.Ids.Next("script");
            state.Scripts.Add(Read(state, id, described));
        }
    }

    private static SimulatedNodeScript Read(SimulatorState state, int id, JsonObject described)
    {
        var name = described["name"]!.GetValue<string>();
        var script = new SimulatedNodeScript
        {
            Id = id,
            IsDefault = true,
            Name = name,
            Title = described["title"]!.GetValue<string>(),
            Description = described["description"]!.GetValue<string>(),
            Type = described["type"]!.GetValue<int>(),
            HardwareType = described["hardware_type"]!.GetValue<int>(),
            Parallel = described["parallel"]!.GetValue<int>(),
            Timeout = TimeSpan.Parse(described["timeout"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture),
            Tags = Texts(described, "tags"),
            ForHardware = Texts(described, "for_hardware"),
            Destructive = described["destructive"] is not null,
            MayReboot = described["may_reboot"] is not null,
            Recommission = described["recommission"] is not null,
            ApplyConfiguredNetworking = described["apply_configured_networking"] is not null,
        };
        (script.Results, script.Parameters, script.Packages) = (Part(described, "results"), Part(described, "parameters"), Part(described, "packages"));
        script.Revisions.Add(new()
        {
            Id = state.Ids.Next("textversion"), Text = $"#!/bin/sh\n# {name}\n", Comment = "Created by maas-None", Created = state.Started,
        });
        return script;
    }

    private static JsonNode Part(JsonObject described, string name) => described[name]?.DeepClone() ?? new JsonObject();

    private static List<string> Texts(JsonObject described, string name) =>
        [.. (described[name] as JsonArray ?? []).Select(text => text!.GetValue<string>())];
}
