using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Making and changing an interface of one type by form.</summary>
internal abstract class InterfaceForm
{
    private readonly ApiCall _call;
    private readonly string _type;
    private List<string> _tags = [];
    private bool _linkConnected;
    private int _linkSpeed;
    private int _interfaceSpeed;

    /// <param name="call">The request.</param>
    /// <param name="node">Where the interface is.</param>
    /// <param name="nic">The interface; null for one to be made.</param>
    /// <param name="type">MAAS's word for its type.</param>
    protected InterfaceForm(ApiCall call, SimulatedNode node, SimulatedInterface? nic, string type)
    {
        (_call, _type, Node, Nic, Errors) = (call, type, node, nic, new(call.Form));
        (Fields, Changes) = (new(call, node, nic, Errors), new(call.State));
    }

    protected SimulatedNode Node { get; }

    /// <summary>The interface there is; null for a new one.</summary>
    protected SimulatedInterface? Nic { get; }

    protected FieldErrors Errors { get; }

    protected InterfaceFields Fields { get; }

    protected InterfaceChanges Changes { get; }

    protected string Name { get; set; } = "";

    protected string Mac { get; set; } = "";

    protected SimulatedVlan? Vlan { get; set; }

    /// <summary>The interfaces it stands on; null when something is wrong with them, or when they stay.</summary>
    protected List<SimulatedInterface>? Parents { get; set; }

    public ApiResponse Save()
    {
        Vlan = Fields.Vlan();
        _tags = Fields.Tags();
        _linkConnected = Fields.LinkConnected();
        _interfaceSpeed = Fields.InterfaceSpeed();
        Read();
        InterfaceSettings.Check(_call.Form, Errors, _type);
        _linkSpeed = Fields.LinkSpeed(_linkConnected);
        Errors.ThrowIfAny();
        CheckRow();
        var nic = Nic ?? Add();
        Write(nic);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    /// <summary>Reads what its type has beyond the others, and checks all of it.</summary>
    protected abstract void Read();

    /// <summary>Which parents will not do only shows when the database is written.</summary>
    protected virtual string? ProblemOfParents() => null;

    protected virtual void WriteMore(SimulatedInterface nic)
    {
    }

    /// <summary>Whether a name that is taken shows only when the database is written.</summary>
    protected virtual bool ChecksNameLate => false;

    /// <summary>Those that are sent, else those it has.</summary>
    protected List<SimulatedInterface>? ReadParents(string field, string reported) =>
        Nic is null || Fields.IsSent(field) ? Fields.Parents(field, reported) : Nic.Parents;

    private void CheckRow()
    {
        var row = new FieldErrors(_call.Form);
        if (Name.Length == 0)
            row.Add("name", InterfaceFields.Blank);
        else if (ChecksNameLate && Fields.IsTaken(Name))
            row.Add("__all__", "Interface with this Node config and Name already exists.");
        else if (ProblemOfParents() is { } problem)
            row.Add("parents", problem);
        // The number of a row that is taken back is not used again.
        if (row.Any && Nic is null)
            _call.State.Ids.Next("interface");
        row.ThrowIfAny(bare: true);
    }

    private SimulatedInterface Add()
    {
        var nic = new SimulatedInterface { Id = _call.State.Ids.Next("interface"), Node = Node, Name = Name, Type = _type, Vlan = Vlan };
        Node.Interfaces.Add(nic);
        return nic;
    }

    private void Write(SimulatedInterface nic)
    {
        nic.Name = Name;
        nic.MacAddress = Mac;
        (nic.LinkConnected, nic.LinkSpeed, nic.InterfaceSpeed) = (_linkConnected, _linkSpeed, _interfaceSpeed);
        nic.Tags.Clear();
        nic.Tags.AddRange(_tags);
        WriteMore(nic);
        Changes.Move(nic, Vlan ?? nic.Vlan);
        Changes.Follow(nic);
        if (Parents is not null && Parents != nic.Parents)
        {
            nic.Parents.Clear();
            nic.Parents.AddRange(Parents);
        }

        Changes.Move(nic, Vlan);
        InterfaceSettings.Apply(_call.Form, nic, isNew: Nic is null);
        Changes.Follow(nic);
        if (Nic is null)
            new InterfaceLinks(_call.State).EnsureLinkUp(nic);
    }
}
