using BenchmarkDotNet.Running;
using Drydock.Maas.Benchmarks;
using Drydock.Maas.Benchmarks.Chaos;
using Drydock.Maas.Benchmarks.Misuse;

// site [--nodes 50] [--latency 20] [--speed 3000]: a whole site on the simulator, requests and time by stage
// task [--nodes 50] [--throttle 64]: whole tasks, from an empty MAAS to
// deployed, again, and destroyed; the simulator in a process of its own
// interrupt [--times 100] [--nodes 20] [--seed 1] [--cmdlets | --pwsh PATH]:
// the process is killed at instants of chance and resumed; it runs
//   the library, or the module's commands in the repository's pwsh or in another
// chaos [--times 100] [--nodes 20] [--seed 1] [--errors]: whole tasks amid faults of every kind and other people's hands; each ends as undisturbed
// misuse [--times 10000] [--seed 1]: tired operators pipe random objects into random commands, on two servers; nothing is written that nobody meant
// design [--design FILE]: import, compilation and validation of 100, 1,000 and 10,000 nodes, beside the bare parser
// list [--machines 10000]: the list of all machines as it comes, beside a plain System.Text.Json read of the same bytes
// anything else goes to BenchmarkDotNet, for example --filter *Design*
if (args is ["site", .. var options])
    return await SiteHarness.RunAsync(HarnessOptions.Parse(options));
if (args is ["task", .. var task])
    return await TaskHarness.RunAsync(HarnessOptions.Parse(task));
if (args is ["interrupt", .. var interrupt])
    return await InterruptHarness.RunAsync(HarnessOptions.Parse(interrupt, nodes: 20));
if (args is ["chaos", .. var chaos])
    return await ChaosHarness.RunAsync(HarnessOptions.Parse(chaos, nodes: 20));
if (args is ["misuse", .. var misuse])
    return await MisuseHarness.RunAsync(HarnessOptions.Parse(misuse));
if (args is ["simulator", .. var simulated])
    return await SimulatorProcess.ServeAsync(HarnessOptions.Parse(simulated));
if (args is ["worker", .. var worker])
    return await InterruptWorker.WorkAsync(worker);
if (args is ["design", .. var design])
    return DesignHarness.Run(design);
if (args is ["list", .. var list])
    return await ListHarness.RunAsync(HarnessOptions.Parse(list).Machines);

BenchmarkSwitcher.FromAssembly(typeof(SiteHarness).Assembly).Run(args);
return 0;
