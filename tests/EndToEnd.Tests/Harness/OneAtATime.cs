// Each of these tests runs whole processes; side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
